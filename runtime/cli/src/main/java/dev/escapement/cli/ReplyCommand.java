package dev.escapement.cli;

import dev.escapement.json.JsonText;
import dev.escapement.run.Standing;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Replies to a question of a step, or sends a message. */
@Command(
        name = "reply",
        customSynopsis = {"escapement reply [ID [CALL]] JSON|@FILE", "       escapement reply [ID] --text TEXT"},
        description = "Replies to the question of a step in JSON, or sends a message to the model.",
        footer = {
            "",
            "Examples:",
            "  escapement reply case-1042 call_2 '{\"environment\":\"STAGING\"}'",
            "  escapement reply case-1042 call_2 @reply.json",
            "  escapement reply case-1042 --text 'The number of the order is A-1042.'"
        })
final class ReplyCommand extends DecisionCommand {

    private static final int MAX_OPERANDS = 3;

    @Parameters(
            arity = "0..3",
            paramLabel = "ID CALL JSON",
            hideParamSyntax = true,
            description =
                    "The thread, the call, and the reply in JSON or @FILE. The call, or the thread and the call, can be"
                            + " omitted if only one is possible. With --text, only the thread.")
    private List<String> operands = List.of();

    @Option(names = "--text", paramLabel = "TEXT", description = "The text of a message to the model.")
    private @Nullable String text;

    ReplyCommand(CommandContext context) {
        super(context);
    }

    @Override
    int run(OpenStore store) {
        return text == null ? reply(store) : message(store, text);
    }

    private int message(OpenStore store, String message) {
        if (operands.size() > 1) {
            throw CommandException.usage("A message does not have a call or JSON. Use reply ID --text TEXT.");
        }
        String id = operands.isEmpty() ? Target.thread(store, Set.of(Standing.Kind.MESSAGE)) : operands.get(0);
        return decide(
                store,
                id,
                "Recorded: a message to thread " + id + ".",
                inbox -> inbox.message(id, message),
                runner -> runner.reply(id, message));
    }

    private int reply(OpenStore store) {
        if (operands.isEmpty() || operands.size() > MAX_OPERANDS) {
            throw CommandException.usage("The reply is missing. Use reply ID CALL JSON or reply ID --text TEXT.");
        }
        String json = json(operands.get(operands.size() - 1));
        Target target = Target.of(store, operands.subList(0, operands.size() - 1), Set.of(Standing.Kind.REPLY));
        String id = target.threadId();
        String call = target.callId();
        return decide(
                store,
                id,
                "Recorded: a reply to " + call + " of thread " + id + ".",
                inbox -> inbox.reply(id, call, json),
                runner -> runner.reply(id, call, json));
    }

    /** Returns the JSON text of an argument. */
    private static String json(String argument) {
        String text = content(argument);
        try {
            return new JsonText(text).json();
        } catch (IllegalArgumentException e) {
            throw CommandException.usage(
                    "The reply is not JSON. Write a text as '\"text\"', or send a message with --text.");
        }
    }
}
