package dev.escapement.server;

import dev.escapement.engine.AgentLoop;
import dev.escapement.json.JsonText;
import dev.escapement.thread.Start;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * The configuration of a path {@code /webhooks/{agent}/{trigger}}, which starts a thread for each signed delivery. Only
 * registered webhooks have a path. Repeated deliveries with the same id start one thread, as long as the thread is stored or
 * was erased: after a deletion, a repetition within the five minutes of the signature starts it again. Immutable.
 *
 * <pre>{@code
 * Webhook mentions = Webhook.of(loop, "slack", SlackSignature.of(System.getenv("SLACK_SIGNING_SECRET")))
 *     .payload(conversion) // from the events of Slack to the payload of the trigger
 *     .label("tenant", "acme");
 * AgentServer server = AgentServer.of(store, loop).runner(runner).webhook(mentions).build();
 * }</pre>
 *
 * @param loop the generated loop of the agent
 * @param trigger the name of the trigger
 * @param verifier the function that verifies the signatures
 * @param conversion the function from the body to the payload of the trigger; empty if the body is the payload
 * @param labels the labels of the threads that it starts
 */
public record Webhook(
        AgentLoop loop,
        String trigger,
        WebhookVerifier verifier,
        Optional<Function<JsonText, Optional<JsonText>>> conversion,
        Map<String, String> labels) {
    public Webhook {
        Objects.requireNonNull(verifier, "verifier");
        Objects.requireNonNull(conversion, "conversion");
        if (loop.triggers().stream().noneMatch(spec -> spec.name().equals(trigger))) {
            throw new IllegalArgumentException("The agent " + loop.agent() + " does not have the trigger " + trigger
                    + ". Annotate a method with this name and a payload with @Trigger.");
        }
        labels = labelled(Start.of("any"), labels).labels();
    }

    /**
     * Returns a webhook whose body is the payload of the trigger.
     *
     * @param loop the generated loop of the agent
     * @param trigger the name of a {@link dev.escapement.Trigger} method with a payload
     * @param verifier the function that verifies the signatures
     * @return the webhook
     * @throws IllegalArgumentException if the agent does not have the trigger
     */
    public static Webhook of(AgentLoop loop, String trigger, WebhookVerifier verifier) {
        return new Webhook(loop, trigger, verifier, Optional.empty(), Map.of());
    }

    /**
     * Returns this webhook with a function from the body to the payload of the trigger.
     *
     * @param function the function, which runs only for verified deliveries; an empty result acknowledges the delivery without
     *     starting a thread. After an exception, the status is 500 and most providers repeat the delivery
     * @return a copy
     */
    public Webhook payload(Function<JsonText, Optional<JsonText>> function) {
        return new Webhook(loop, trigger, verifier, Optional.of(function), labels);
    }

    /**
     * Returns this webhook with a label for the threads that it starts.
     *
     * @param name the name of the label
     * @param value its value
     * @return a copy
     * @throws IllegalArgumentException if {@link Start#label} does not permit the name or the value
     */
    public Webhook label(String name, String value) {
        Start labelled = labelled(Start.of("any"), labels).label(name, value);
        return new Webhook(loop, trigger, verifier, conversion, labelled.labels());
    }

    /**
     * Returns whether this webhook belongs to a trigger.
     *
     * @param agent the name of an agent
     * @param name the name of a trigger
     * @return whether the path of both is that of this webhook
     */
    public boolean isFor(String agent, String name) {
        return loop.agent().equals(agent) && trigger.equals(name);
    }

    /**
     * Returns a start with the labels of this webhook.
     *
     * @param start the start
     * @return a copy
     */
    public Start labelled(Start start) {
        return labelled(start, labels);
    }

    private static Start labelled(Start start, Map<String, String> labels) {
        Start labelled = start;
        for (Map.Entry<String, String> label : labels.entrySet()) {
            labelled = labelled.label(label.getKey(), label.getValue());
        }
        return labelled;
    }

    /** Returns the names of the trigger and its agent. */
    @Override
    public String toString() {
        return "webhook of the trigger " + trigger + " of " + loop.agent();
    }
}
