package dev.escapement.engine;

/**
 * A visitor of commands, with one method for each command type. Unstable: later versions add a method for each new type
 * of command, so that engines that do not handle it fail to compile.
 *
 * @param <R> the type of the result
 */
public interface CommandVisitor<R> {

    /**
     * Handles a {@link Command.FetchContext} command.
     *
     * @param command the command
     * @return the result
     */
    R fetchContext(Command.FetchContext command);

    /**
     * Handles a {@link Command.AskModel} command.
     *
     * @param command the command
     * @return the result
     */
    R askModel(Command.AskModel command);

    /**
     * Handles a {@link Command.RejectText} command.
     *
     * @param command the command
     * @return the result
     */
    R rejectText(Command.RejectText command);

    /**
     * Handles a {@link Command.RejectCall} command.
     *
     * @param command the command
     * @return the result
     */
    R rejectCall(Command.RejectCall command);

    /**
     * Handles a {@link Command.CheckGate} command.
     *
     * @param command the command
     * @return the result
     */
    R checkGate(Command.CheckGate command);

    /**
     * Handles a {@link Command.RunStep} command.
     *
     * @param command the command
     * @return the result
     */
    R runStep(Command.RunStep command);

    /**
     * Handles a {@link Command.RunSteps} command.
     *
     * @param command the command
     * @return the result
     */
    R runSteps(Command.RunSteps command);

    /**
     * Handles a {@link Command.FailStep} command.
     *
     * @param command the command
     * @return the result
     */
    R failStep(Command.FailStep command);

    /**
     * Handles a {@link Command.ReopenApproval} command.
     *
     * @param command the command
     * @return the result
     */
    R reopenApproval(Command.ReopenApproval command);

    /**
     * Handles a {@link Command.ReopenReply} command.
     *
     * @param command the command
     * @return the result
     */
    R reopenReply(Command.ReopenReply command);

    /**
     * Handles a {@link Command.AwaitApproval} command.
     *
     * @param command the command
     * @return the result
     */
    R awaitApproval(Command.AwaitApproval command);

    /**
     * Handles a {@link Command.AwaitReply} command.
     *
     * @param command the command
     * @return the result
     */
    R awaitReply(Command.AwaitReply command);

    /**
     * Handles a {@link Command.AwaitDecision} command.
     *
     * @param command the command
     * @return the result
     */
    R awaitDecision(Command.AwaitDecision command);

    /**
     * Handles an {@link Command.AwaitChild} command.
     *
     * @param command the command
     * @return the result
     */
    R awaitChild(Command.AwaitChild command);

    /**
     * Handles a {@link Command.JoinChild} command.
     *
     * @param command the command
     * @return the result
     */
    R joinChild(Command.JoinChild command);

    /**
     * Handles a {@link Command.AwaitMessage} command.
     *
     * @param command the command
     * @return the result
     */
    R awaitMessage(Command.AwaitMessage command);

    /**
     * Handles a {@link Command.AskPerson} command.
     *
     * @param command the command
     * @return the result
     */
    R askPerson(Command.AskPerson command);

    /**
     * Handles a {@link Command.FinishWithText} command.
     *
     * @param command the command
     * @return the result
     */
    R finishWithText(Command.FinishWithText command);

    /**
     * Handles a {@link Command.Stop} command.
     *
     * @param command the command
     * @return the result
     */
    R stop(Command.Stop command);

    /**
     * Handles a {@link Command.Rest} command.
     *
     * @param command the command
     * @return the result
     */
    R rest(Command.Rest command);
}
