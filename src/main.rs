//! Runs one command. No logic lives here.

use tikv_jemallocator::Jemalloc;

/// The system's own would touch each of the two buffers of a connection that says nothing (docs/decisions, 58).
#[global_allocator]
static ALLOCATOR: Jemalloc = Jemalloc;

fn main() -> std::process::ExitCode {
    patient_connect::cli::run()
}
