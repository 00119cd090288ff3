//! Runs one command. No logic lives here.

fn main() -> std::process::ExitCode {
    patient_connect::cli::run()
}
