import type { JSX } from "preact";
import { useRef, useState } from "preact/hooks";
import { describeFailure, failureId } from "../../store/failure";
import { say } from "../../texts/say";

/** What a job is given: how it hears that it is to stop, and where it tells how far it is, 0–1. */
export interface Run {
  signal: AbortSignal;
  onProgress(done: number): void;
}

export interface Job {
  /** How far it is, 0–1; null: nothing is running. */
  progress: number | null;
  /** What became of the last run. */
  told: string;
  isFault: boolean;
  /** Runs one job; it resolves with what is to be told. */
  run(work: (run: Run) => Promise<string>): void;
  cancel(): void;
  /** Lets go of what became of the last run. */
  forget(): void;
}

/** Errors that say themselves what happened, what was kept and what to do. */
const speaking = new Set(["BackupError", "ForeignError"]);

/** Something that takes long: it shows how far it is, can be cancelled, and tells how it ended. */
export function useJob(): Job {
  const [progress, setProgress] = useState<number | null>(null);
  const [outcome, setOutcome] = useState({ told: "", isFault: false });
  const running = useRef<AbortController | null>(null);
  const end = (told: string, isFault: boolean) => {
    running.current = null;
    setProgress(null);
    setOutcome({ told, isFault });
  };
  return {
    progress,
    ...outcome,
    run(work) {
      const controller = new AbortController();
      running.current = controller;
      setOutcome({ told: "", isFault: false });
      setProgress(0);
      work({ signal: controller.signal, onProgress: setProgress }).then(
        (told) => end(told, false),
        (error) => end(faultText(error, controller.signal), !controller.signal.aborted),
      );
    },
    cancel: () => running.current?.abort(),
    forget: () => setOutcome({ told: "", isFault: false }),
  };
}

function faultText(error: unknown, signal: AbortSignal): string {
  if (signal.aborted) return say("job_cancelled");
  if (error instanceof Error && speaking.has(error.name)) return error.message;
  console.error("Not done:", error);
  const { what, todo } = describeFailure(failureId(error));
  return `${what} ${say("job_nothingChanged")} ${todo}`;
}

/** How far a job is, with the act that ends it; then what became of it. */
export function JobProgress({ job, label }: { job: Job; label: string }): JSX.Element {
  return (
    <>
      {job.progress !== null && (
        <div class="job">
          <progress value={job.progress} aria-label={label} />
          <button type="button" data-act="cancel" onClick={job.cancel}>
            {say("job_cancel")}
          </button>
        </div>
      )}
      <p class={job.isFault ? "fault" : "quiet"} role="status" data-told>
        {job.told}
      </p>
    </>
  );
}
