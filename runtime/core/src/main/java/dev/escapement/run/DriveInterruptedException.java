package dev.escapement.run;

import dev.escapement.thread.AgentThread;
import org.jspecify.annotations.Nullable;

/**
 * Thrown if the Java thread that executes a thread's commands, or runs one of its steps, is interrupted. After the
 * interruption, no event is recorded and nothing of the agent is called; the result of a step that had already returned
 * on this Java thread is still recorded, unless it is one of several concurrent read-only steps. The Java thread remains
 * interrupted. {@linkplain Runner#resume Resume} the thread to continue; a step that was interrupted recovers as its
 * {@link dev.escapement.Effect} specifies. Also ends an execution by a {@link Worker} that is closed, after a command.
 */
public final class DriveInterruptedException extends DriveException {

    private static final long serialVersionUID = 1L;

    DriveInterruptedException(AgentThread thread, @Nullable Throwable cause) {
        super(thread, RunMessages.driveInterrupted(thread.id()), cause);
    }
}
