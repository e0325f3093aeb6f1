package dev.escapement.samples.newsroom;

import dev.escapement.model.Message;
import dev.escapement.model.Model;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ModelRequest;
import dev.escapement.model.Usage;
import dev.escapement.tool.Call;
import dev.escapement.tool.ToolSpec;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A rule-based model of all three agents that lets the sample run offline. Like a real model, this one makes mistakes: the
 * first draft lacks the sources.
 */
final class DemoModel implements Model {

    private static final String SOURCE = ", according to ";
    private static final Pattern FACT = Pattern.compile("\"statement\":\"([^\"]*)\",\"source\":\"([^\"]*)\"");
    private static final Pattern REFUSAL = Pattern.compile("(?s).*Refused by a person: ");

    @Override
    public ModelReply reply(ModelRequest request) {
        AgentTurn turn = new AgentTurn(request.messages());
        if (turn.hasFailed()) {
            return turn.afterFailure(offers(request, RequestChangesSpec.INSTANCE));
        } else if (offers(request, SubmitDraftSpec.INSTANCE)) {
            return turn.ofWriter();
        }
        return offers(request, AcceptArticleSpec.INSTANCE) ? turn.ofEditor() : turn.ofNewsroom();
    }

    private static boolean offers(ModelRequest request, ToolSpec<?> tool) {
        return request.tools().stream().anyMatch(offered -> offered.name().equals(tool.name()));
    }

    /**
     * A turn of one of the agents.
     *
     * @param messages the conversation
     */
    private record AgentTurn(List<Message> messages) {

        ModelReply ofNewsroom() {
            return call(CommissionArticleSpec.INSTANCE, new CommissionArticle(first()));
        }

        ModelReply ofWriter() {
            String assignment = first();
            String topic = assignment.lines().findFirst().orElse("").replace("Write about: ", "");
            if (!(last() instanceof Message.ToolAnswer found)) {
                return call(SearchArchiveSpec.INSTANCE, new SearchArchive(topic));
            }
            boolean sourced = assignment.contains("source") || assignment.contains(SOURCE);
            String text = FACT.matcher(found.text())
                    .results()
                    .limit(assignment.contains("short") ? 1 : Long.MAX_VALUE)
                    .map(fact -> fact.group(1) + (sourced ? SOURCE + fact.group(2) : "") + ".")
                    .collect(Collectors.joining(" "));
            return call(SubmitDraftSpec.INSTANCE, new SubmitDraft(topic, text));
        }

        ModelReply ofEditor() {
            String[] draft = first().split("\n", 2);
            return draft[1].contains(SOURCE)
                    ? call(AcceptArticleSpec.INSTANCE, new AcceptArticle(draft[0], draft[1]))
                    : call(RequestChangesSpec.INSTANCE, new RequestChanges("Name the source of each number."));
        }

        /** Returns the editor's remarks after a person's refusal. The other agents report the failure. */
        ModelReply afterFailure(boolean editor) {
            String answer = ((Message.ToolAnswer) last()).text().replaceAll("</?notice>", "");
            return editor
                    ? call(
                            RequestChangesSpec.INSTANCE,
                            new RequestChanges(REFUSAL.matcher(answer).replaceFirst("")))
                    : reply("The article was not written. " + answer, List.of());
        }

        boolean hasFailed() {
            return last() instanceof Message.ToolAnswer answer && answer.failed();
        }

        private String first() {
            return ((Message.User) messages.get(0)).text();
        }

        private Message last() {
            return messages.get(messages.size() - 1);
        }

        private <T> ModelReply call(ToolSpec<T> tool, T arguments) {
            return reply("", List.of(new Call("call_" + messages.size(), tool.name(), tool.encode(arguments))));
        }

        private ModelReply reply(String text, List<Call> calls) {
            return new ModelReply(text, calls, new Usage(100L * messages.size(), 50));
        }
    }
}
