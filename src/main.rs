//! Runs one command. No logic lives here.

/// Five thousand open connections hold buffers that are hardly ever full: this allocator gives pages of memory to what is
/// touched, and back to the system what is free.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    patient_connect::cli::run()
}
