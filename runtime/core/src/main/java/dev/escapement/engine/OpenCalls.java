package dev.escapement.engine;

import dev.escapement.engine.OpenCall.Permission;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.CallProgress;
import dev.escapement.thread.ReplyProgress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The order of the commands for the calls of one reply:
 *
 * <ol>
 *   <li>All calls are validated.
 *   <li>Steps with an unknown outcome run again, or their doubt ends, unless a person decides.
 *   <li>The gates check all calls, so that all their questions are open at once.
 *   <li>Read-only steps run as soon as they are permitted.
 *   <li>Other steps run one at a time, in the order of the reply. Several pauses are open at the same time.
 *   <li>A call that finishes the thread runs last, and only if all others succeeded, because the model chose it before
 *       it received their answers.
 * </ol>
 */
final class OpenCalls {

    private final AgentThread thread;
    private final List<OpenCall> calls;

    private OpenCalls(AgentLoop loop, AgentThread thread, ReplyProgress reply) {
        this.thread = thread;
        this.calls = new ArrayList<>(reply.calls().size());
        for (CallProgress progress : reply.calls()) {
            calls.add(new OpenCall(loop, thread, reply, progress));
        }
    }

    /** Returns the next command for the calls of a reply, or empty if all calls have been answered. */
    static Optional<Command> next(AgentLoop loop, AgentThread thread, ReplyProgress reply) {
        return areSettled(reply) ? Optional.empty() : new OpenCalls(loop, thread, reply).next();
    }

    /** Returns whether all calls have been answered, and the answers need no check. */
    private static boolean areSettled(ReplyProgress reply) {
        for (CallProgress call : reply.calls()) {
            if (!call.answered() || call.uncheckedReply() != null) {
                return false;
            }
        }
        return true;
    }

    private Optional<Command> next() {
        Command next = validation();
        if (next == null && hasUnanswered()) {
            next = execution();
        }
        return Optional.ofNullable(next);
    }

    private @Nullable Command execution() {
        Command next = recovery();
        next = next == null ? check(Permission.CHECK_REQUIRED) : next;
        next = next == null ? reads() : next;
        next = next == null ? effect() : next;
        next = next == null ? end() : next;
        return next == null ? wait(questions()) : next;
    }

    private static Command wait(List<Command.AwaitForCall> questions) {
        if (questions.isEmpty()) {
            throw new IllegalStateException("an unanswered call has neither a command nor a question");
        }
        return questions.get(0);
    }

    /** Returns the commands that wait for people's actions on calls of a reply, in the order of the calls. */
    static List<Command.AwaitForCall> questions(AgentLoop loop, AgentThread thread, ReplyProgress reply) {
        return new OpenCalls(loop, thread, reply).questions();
    }

    private List<Command.AwaitForCall> questions() {
        List<Command.AwaitForCall> questions = new ArrayList<>();
        for (OpenCall call : calls) {
            Command.AwaitForCall question = call.correction() == null ? call.question() : null;
            if (question != null) {
                questions.add(question);
            }
        }
        return questions;
    }

    private boolean hasUnanswered() {
        for (OpenCall call : calls) {
            if (!call.progress().answered()) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Command validation() {
        for (OpenCall call : calls) {
            Command correction = call.correction();
            if (correction != null) {
                return correction;
            } else if (isOpen(call) && !hasStarted(call) && call.finishes() && hasSeveralEnds()) {
                return new Command.RejectCall(call.call(), ModelMessages.TWO_ENDS);
            }
        }
        return null;
    }

    private boolean hasSeveralEnds() {
        int ends = 0;
        for (OpenCall call : calls) {
            ends += call.finishes() && call.fault().isEmpty() ? 1 : 0;
        }
        return ends > 1;
    }

    /** Returns whether a call has neither an answer nor an open question of its step, and its outcome is not unknown. */
    private static boolean isOpen(OpenCall call) {
        CallProgress progress = call.progress();
        return !progress.answered()
                && progress.question() == null
                && progress.delegate() == null
                && !progress.inDoubt();
    }

    /** Returns whether an attempt of the step was made, so that the call must not be rejected. */
    private static boolean hasStarted(OpenCall call) {
        return call.progress().started() != null;
    }

    private @Nullable Command recovery() {
        for (OpenCall call : calls) {
            Command join = call.join();
            if (join != null) {
                return join;
            }
            if (call.progress().inDoubt() && !(call.runsAgain() && call.readsOnly())) {
                Command end = call.runsAgain() ? call.run() : call.doubtEnd();
                if (end != null) {
                    return end;
                }
            }
        }
        return null;
    }

    /** Returns the command that checks the gates of the first call with a given permission, or null if none has it. */
    private @Nullable Command check(Permission permission) {
        for (OpenCall call : calls) {
            if (isOpen(call) && call.permission() == permission) {
                return check(call, permission);
            }
        }
        return null;
    }

    private static Command check(OpenCall call, Permission permission) {
        return new Command.CheckGate(call.call(), call.argumentsSha256(), permission == Permission.RECHECK_REQUIRED);
    }

    private @Nullable Command reads() {
        List<Command.RunStep> steps = new ArrayList<>(calls.size());
        long started = thread.usage().steps();
        long limit = thread.budget().steps().orElse(Long.MAX_VALUE);
        for (OpenCall call : calls) {
            if (call.readsOnly() && isOpen(call) && call.permission() == Permission.RECHECK_REQUIRED) {
                return check(call, Permission.RECHECK_REQUIRED);
            } else if (call.readsOnly() && canRun(call)) {
                boolean counts = call.progress().started() == null;
                if (steps.isEmpty() || !counts || started + 1 < limit) {
                    steps.add(call.run());
                    started += counts ? 1 : 0;
                }
            }
        }
        return steps.size() > 1 ? new Command.RunSteps(steps) : steps.isEmpty() ? null : steps.get(0);
    }

    private static boolean canRun(OpenCall call) {
        return call.runsAgain() || (isOpen(call) && call.permission() == Permission.GRANTED);
    }

    /** Returns the command for the first call that changes something and does not wait for another call or a person. */
    private @Nullable Command effect() {
        boolean questionIsOpen = false;
        for (OpenCall call : calls) {
            if (!call.progress().answered() && !call.readsOnly() && !call.finishes()) {
                boolean waits = !isOpen(call) || call.permission() == Permission.ASKED;
                if (!waits && (call.opensQuestion() || !questionIsOpen)) {
                    return runOrCheck(call);
                } else if (!call.opensQuestion() || call.progress().inDoubt()) {
                    return null; // the calls after it wait for its answer
                }
                questionIsOpen = true;
            }
        }
        return null;
    }

    private static @Nullable Command runOrCheck(OpenCall call) {
        return switch (call.permission()) {
            case GRANTED -> call.run();
            case CHECK_REQUIRED, RECHECK_REQUIRED -> check(call, call.permission());
            case ASKED -> null;
        };
    }

    /** Returns the command for the call that finishes the thread, or null if there is none or others are open. */
    private @Nullable Command end() {
        OpenCall end = null;
        boolean allAnswered = true;
        boolean allSucceeded = true;
        for (OpenCall call : calls) {
            CallProgress progress = call.progress();
            if (isOpen(call) && call.finishes()) {
                end = call;
            } else {
                allAnswered &= progress.answered();
                allSucceeded &= !progress.answered() || progress.succeeded();
            }
        }
        if (end == null) {
            return null;
        } else if (hasStarted(end)) { // a person let it run again
            return allAnswered ? end.run() : null;
        } else if (!allSucceeded) {
            return new Command.RejectCall(end.call(), ModelMessages.OTHERS_FAILED, false);
        } else if (!allAnswered) {
            return null;
        }
        return thread.state().messageUnseen()
                ? new Command.RejectCall(end.call(), ModelMessages.NEW_MESSAGE, false)
                : runOrCheck(end);
    }
}
