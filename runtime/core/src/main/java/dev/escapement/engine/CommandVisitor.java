package dev.escapement.engine;

/**
 * A visitor of commands, with one method for each command type. Unstable: later versions add a method for each new type
 * of command, so that engines that do not handle it fail to compile.
 *
 * @param <R> the type of the result
 */
public interface CommandVisitor<R> {

    /**
     * Handles {@link Command.FetchContext}.
     *
     * @param command the command
     * @return the result
     */
    R fetchContext(Command.FetchContext command);

    /**
     * Handles {@link Command.AskModel}.
     *
     * @param command the command
     * @return the result
     */
    R askModel(Command.AskModel command);

    /**
     * Handles {@link Command.RejectText}.
     *
     * @param command the command
     * @return the result
     */
    R rejectText(Command.RejectText command);

    /**
     * Handles {@link Command.RejectCall}.
     *
     * @param command the command
     * @return the result
     */
    R rejectCall(Command.RejectCall command);

    /**
     * Handles {@link Command.CheckGate}.
     *
     * @param command the command
     * @return the result
     */
    R checkGate(Command.CheckGate command);

    /**
     * Handles {@link Command.RunStep}.
     *
     * @param command the command
     * @return the result
     */
    R runStep(Command.RunStep command);

    /**
     * Handles {@link Command.RunSteps}.
     *
     * @param command the command
     * @return the result
     */
    R runSteps(Command.RunSteps command);

    /**
     * Handles {@link Command.AwaitApproval}.
     *
     * @param command the command
     * @return the result
     */
    R awaitApproval(Command.AwaitApproval command);

    /**
     * Handles {@link Command.AwaitReply}.
     *
     * @param command the command
     * @return the result
     */
    R awaitReply(Command.AwaitReply command);

    /**
     * Handles {@link Command.AwaitDecision}.
     *
     * @param command the command
     * @return the result
     */
    R awaitDecision(Command.AwaitDecision command);

    /**
     * Handles {@link Command.AwaitMessage}.
     *
     * @param command the command
     * @return the result
     */
    R awaitMessage(Command.AwaitMessage command);

    /**
     * Handles {@link Command.AskPerson}.
     *
     * @param command the command
     * @return the result
     */
    R askPerson(Command.AskPerson command);

    /**
     * Handles {@link Command.FinishWithText}.
     *
     * @param command the command
     * @return the result
     */
    R finishWithText(Command.FinishWithText command);

    /**
     * Handles {@link Command.Stop}.
     *
     * @param command the command
     * @return the result
     */
    R stop(Command.Stop command);

    /**
     * Handles {@link Command.Rest}.
     *
     * @param command the command
     * @return the result
     */
    R rest(Command.Rest command);
}
