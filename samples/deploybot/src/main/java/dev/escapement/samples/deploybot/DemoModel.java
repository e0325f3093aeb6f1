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
 * A stand-in for a language model, so that the sample runs offline: a few rules that look at the last messages and know
 * nothing of language. Like a real one it tries what it must not: told to deploy to production, it does not go to
 * staging first.
 */
final class DemoModel implements Model {

    private static final Pattern TAG = Pattern.compile("v\\d+(\\.\\d+)+");

    @Override
    public ModelReply reply(ModelRequest request) {
        List<Message> messages = request.messages();
        Message last = messages.get(messages.size() - 1);
        String words = words(messages);
        String tag = lastTag(words);
        String id = "call_" + messages.size();
        if (last instanceof Message.ToolAnswer answer) {
            return afterAnswer(id, lastTool(messages), answer, tag, words);
        } else if (tag.isEmpty()) {
            return ModelReply.text("Which tag shall I deploy? It looks like v1.4.2.");
        } else if (words.contains("production")) {
            return call(id, DeployToProductionSpec.INSTANCE, new DeployToProduction(tag));
        } else if (words.contains("staging")) {
            return call(id, DeployToStagingSpec.INSTANCE, new DeployToStaging(tag));
        }
        String question = "Shall " + tag + " go to staging only, or on to production?";
        return call(id, AskForClarificationSpec.INSTANCE, new AskForClarification(question));
    }

    private static ModelReply afterAnswer(String id, String tool, Message.ToolAnswer answer, String tag, String words) {
        boolean denied = answer.text().startsWith(Rendering.DENIED);
        if (tool.equals(AskForClarificationSpec.INSTANCE.name()) || denied) {
            return call(id, DeployToStagingSpec.INSTANCE, new DeployToStaging(tag));
        } else if (answer.failed()) {
            return done(id, "I could not deploy " + tag + ". The answer was: " + lastLine(answer.text()));
        } else if (tool.equals(DeployToStagingSpec.INSTANCE.name())) {
            return words.contains("production")
                    ? call(id, DeployToProductionSpec.INSTANCE, new DeployToProduction(tag))
                    : done(id, tag + " is on staging.");
        }
        return done(id, production(answer.text(), tag));
    }

    /** What came of a deployment to production: a report of the smoke test, or the words of a person. */
    private static String production(String answer, String tag) {
        if (answer.contains("\"passed\":true")) {
            return lastTag(answer) + " is in production, and the smoke test has passed.";
        } else if (answer.contains("\"passed\":false")) {
            return "The smoke test has failed: in production runs " + lastTag(answer) + ".";
        }
        return "About " + tag + " in production I was told: " + answer;
    }

    private static <T> ModelReply call(String id, ToolSpec<T> tool, T arguments) {
        return ModelReply.call(id, tool.name(), tool.encode(arguments));
    }

    private static ModelReply done(String id, String text) {
        return call(id, DoneSpec.INSTANCE, new Done(text));
    }

    /** What the person said: the messages, without the tags that were fetched, and the clarification. */
    private static String words(List<Message> messages) {
        List<String> words = new ArrayList<>();
        String tool = "";
        for (Message message : messages) {
            if (message instanceof Message.User user && !user.text().startsWith("<")) {
                words.add(user.text());
            } else if (message instanceof Message.Assistant assistant) {
                tool = lastTool(List.of(assistant));
            } else if (message instanceof Message.ToolAnswer answer
                    && tool.equals(AskForClarificationSpec.INSTANCE.name())) {
                words.add(answer.text());
            }
        }
        return String.join("\n", words).toLowerCase(Locale.ROOT);
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

    private static String lastLine(String text) {
        return text.substring(text.lastIndexOf('\n') + 1);
    }
}
