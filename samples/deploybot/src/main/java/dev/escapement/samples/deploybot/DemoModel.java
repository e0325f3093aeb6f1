package dev.escapement.samples.deploybot;

import dev.escapement.model.Message;
import dev.escapement.model.Model;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ModelRequest;
import dev.escapement.thread.Rendering;
import dev.escapement.tool.ToolSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A rule-based model that lets the sample run offline. Its rules match patterns in the last messages. Like a real
 * model, this one makes mistakes: it tries to deploy to production without a deployment to staging.
 */
final class DemoModel implements Model {

    private static final Pattern TAG = Pattern.compile("v\\d+(\\.\\d+)+");

    @Override
    public ModelReply reply(ModelRequest request) {
        List<Message> messages = request.messages();
        return messages.get(messages.size() - 1).accept(new NextTurn(messages));
    }

    /** A visitor that returns the reply to the last message of a conversation. */
    private static final class NextTurn implements Message.Visitor<ModelReply> {

        private final List<Message> messages;
        private final String words;
        private final String tag;

        NextTurn(List<Message> messages) {
            this.messages = messages;
            this.words = PersonWords.in(messages);
            this.tag = lastTag(words);
        }

        @Override
        public ModelReply user(Message.User message) {
            if (tag.isEmpty()) {
                return ModelReply.text("Which tag shall I deploy? It looks like v1.4.2.");
            } else if (words.contains("production")) {
                return call(DeployToProductionSpec.INSTANCE, new DeployToProduction(tag));
            } else if (words.contains("staging")) {
                return call(DeployToStagingSpec.INSTANCE, new DeployToStaging(tag));
            }
            String question = "Shall " + tag + " go to staging only, or on to production?";
            return call(AskForClarificationSpec.INSTANCE, new AskForClarification(question));
        }

        @Override
        public ModelReply toolAnswer(Message.ToolAnswer answer) {
            String tool = lastTool(messages);
            boolean isDenied = words(answer).startsWith(Rendering.DENIED);
            if (tool.equals(AskForClarificationSpec.INSTANCE.name()) || isDenied) {
                return call(DeployToStagingSpec.INSTANCE, new DeployToStaging(tag));
            } else if (answer.failed()) {
                return done("I could not deploy " + tag + ". The answer was: " + lastLine(words(answer)));
            } else if (tool.equals(DeployToStagingSpec.INSTANCE.name())) {
                return words.contains("production")
                        ? call(DeployToProductionSpec.INSTANCE, new DeployToProduction(tag))
                        : done(tag + " is on staging.");
            }
            return done(production(words(answer)));
        }

        @Override
        public ModelReply assistant(Message.Assistant message) {
            throw new IllegalArgumentException("The last message of a request cannot be a reply of the model.");
        }

        /**
         * Returns a summary of a deployment to production. The answer is the report of the smoke test or a person's
         * decision.
         */
        private String production(String answer) {
            if (answer.contains("\"passed\":true")) {
                return lastTag(answer) + " is in production, and the smoke test has passed.";
            } else if (answer.contains("\"passed\":false")) {
                return "The smoke test has failed: production runs " + lastTag(answer) + ".";
            }
            return "The answer about " + tag + " in production was: " + answer;
        }

        private <T> ModelReply call(ToolSpec<T> tool, T arguments) {
            return ModelReply.call("call_" + messages.size(), tool.name(), tool.encode(arguments));
        }

        private ModelReply done(String text) {
            return call(DoneSpec.INSTANCE, new Done(text));
        }
    }

    /**
     * A visitor that extracts the text that the person wrote. This is the clarification, and the messages except the
     * prefetched tags.
     */
    private static final class PersonWords implements Message.Visitor<String> {

        private String tool = "";

        static String in(List<Message> messages) {
            PersonWords visitor = new PersonWords();
            List<String> words = new ArrayList<>();
            messages.forEach(message -> words.add(message.accept(visitor)));
            return String.join("\n", words).toLowerCase(Locale.ROOT);
        }

        @Override
        public String user(Message.User message) {
            return message.text().startsWith("<") ? "" : message.text();
        }

        @Override
        public String assistant(Message.Assistant message) {
            tool = lastTool(List.of(message));
            return "";
        }

        @Override
        public String toolAnswer(Message.ToolAnswer answer) {
            return tool.equals(AskForClarificationSpec.INSTANCE.name()) ? answer.text() : "";
        }
    }

    private static String lastTag(String text) {
        Matcher tag = TAG.matcher(text);
        String last = "";
        while (tag.find()) {
            last = tag.group();
        }
        return last;
    }

    private static String lastTool(List<Message> messages) {
        String tool = "";
        for (Message message : messages) {
            if (message instanceof Message.Assistant assistant
                    && !assistant.calls().isEmpty()) {
                tool = assistant.calls().get(assistant.calls().size() - 1).tool();
            }
        }
        return tool;
    }

    /** Returns the text of an answer without the tags of notices. */
    private static String words(Message.ToolAnswer answer) {
        return answer.text().replaceAll("</?notice>", "");
    }

    private static String lastLine(String text) {
        return text.substring(text.lastIndexOf('\n') + 1);
    }
}
