package dev.escapement.run;

import dev.escapement.engine.ModelMessages;
import dev.escapement.fixture.TestLoop;
import dev.escapement.json.Decoded;
import dev.escapement.model.Message;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import dev.escapement.thread.Rendering;
import dev.escapement.tool.Call;
import dev.escapement.tool.ToolSpec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A check that every word in a model's messages is external, from the agent, or documented. */
final class ExplainedWords {

    /** The documented words of {@link Rendering}. */
    static final Set<String> RENDERING = Set.of(
            Rendering.ERROR,
            Rendering.DENIED,
            Rendering.REFUSED,
            Rendering.NO_DECISION,
            Rendering.NO_REPLY,
            Rendering.FALLBACK,
            Rendering.EDITED,
            Rendering.DONE,
            Rendering.LAST_REQUEST);

    /** The constant sentences of {@link ModelMessages}. */
    static final Set<String> CONSTANT = Set.of(
            ModelMessages.NO_CALL,
            ModelMessages.EMPTY_REPLY,
            ModelMessages.OTHERS_FAILED,
            ModelMessages.TWO_ENDS,
            ModelMessages.OTHER_ARGUMENTS,
            ModelMessages.ARGUMENTS_UNUSABLE,
            ModelMessages.OTHER_QUESTION,
            ModelMessages.NEW_MESSAGE,
            ModelMessages.KEPT_FOR_THE_END,
            ModelMessages.CUT_OFF,
            ModelMessages.FILTERED,
            ModelMessages.INCOMPLETE,
            ModelMessages.REFUSED,
            ModelMessages.TOO_MANY_CALLS);

    private ExplainedWords() {}

    /**
     * Returns the text of messages without the known words. Reasons are not taken from the events that record them:
     * the library's must be in its catalogue, the agent's in the test.
     *
     * @param agents the words of the agent's gates and exceptions
     */
    static String unexplained(TestLoop loop, AgentThread thread, List<Message> messages, List<String> agents) {
        Set<String> known =
                new TreeSet<>(Comparator.comparing(String::length).reversed().thenComparing(Comparator.naturalOrder()));
        known.addAll(RENDERING);
        known.addAll(CONSTANT);
        known.addAll(agents);
        for (Event event : thread.events()) {
            known.addAll(said(event));
            known.addAll(catalogue(loop, thread, event));
        }
        StringBuilder left = new StringBuilder();
        for (Message message : messages) {
            String text = words(message);
            for (String word : known) {
                text = word.isEmpty() ? text : text.replace(word, " ").replace(escaped(word), " ");
            }
            left.append(text.replaceAll("</?notice>|<context source=\" \">|</context>|\\s", ""));
        }
        return left.toString();
    }

    private static String escaped(String word) {
        return word.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    static String words(Message message) {
        if (message instanceof Message.User user) {
            return user.text();
        } else if (message instanceof Message.Assistant assistant) {
            return assistant.text();
        }
        return ((Message.ToolAnswer) message).text();
    }

    /** Returns the external words of an event. */
    private static List<String> said(Event event) {
        if (event instanceof Event.Started started) {
            return List.of(started.input());
        } else if (event instanceof Event.ContextFetched fetched) {
            return List.of(fetched.source(), bare(fetched.result()));
        } else if (event instanceof Event.ContextFailed failed) {
            return List.of(failed.source());
        } else if (event instanceof Event.ModelReplied replied) {
            return List.of(replied.text());
        } else if (event instanceof Event.Refused refused) {
            return List.of(refused.reason());
        } else if (event instanceof Event.Approved approved) {
            return List.of(approved.editedArguments().orElse(""));
        } else if (event instanceof Event.StepReturned returned) {
            return List.of(bare(returned.result()));
        } else if (event instanceof Event.CallSelected selected) {
            return List.of(selected.next().tool() + " " + selected.next().arguments());
        } else if (event instanceof Event.ReplyReceived received) {
            return List.of(bare(received.reply()));
        } else if (event instanceof Event.Expired expired) {
            return List.of(bare(expired.fallback().orElse("")));
        } else if (event instanceof Event.MessageReceived received) {
            return List.of(received.text());
        }
        return List.of();
    }

    /** Returns the sentences of the catalogue that are possible for an event. */
    private static List<String> catalogue(TestLoop loop, AgentThread thread, Event event) {
        if (event instanceof Event.StepStarted started) {
            String reference = started.idempotencyKey();
            return List.of(
                    ModelMessages.stepFailed(reference),
                    ModelMessages.mayHaveTakenEffect(reference),
                    ModelMessages.resultNotShown(reference),
                    ModelMessages.questionNotAsked(reference));
        } else if (event instanceof Event.ContextFailed failed) {
            return List.of(ModelMessages.contextFailed(thread.id() + "/" + failed.source()));
        } else if (event instanceof Event.GateFailed failed) {
            return List.of(ModelMessages.gateFailed(thread.id() + "/" + failed.callId()));
        } else if (event instanceof Event.ModelReplied replied) {
            List<String> faults = new ArrayList<>();
            replied.calls().forEach(call -> faults.add(fault(loop, call)));
            return faults;
        }
        return List.of();
    }

    /** Returns the text of the catalogue or of {@link Decoded} about a call; empty for a valid call. */
    private static String fault(TestLoop loop, Call call) {
        for (ToolSpec<?> tool : loop.tools()) {
            if (tool.name().equals(call.tool())) {
                return tool.decode(call.arguments()) instanceof Decoded.Rejected<?> rejected
                        ? rejected.feedback(tool.name())
                        : "";
            }
        }
        List<String> names = loop.tools().stream().<String>map(ToolSpec::name).toList();
        return ModelMessages.unknownTool(call.tool(), names);
    }

    /** Returns the content of a JSON string, which does not contain escapes in these tests. */
    private static String bare(String json) {
        return json.startsWith("\"") ? json.substring(1, json.length() - 1) : json;
    }
}
