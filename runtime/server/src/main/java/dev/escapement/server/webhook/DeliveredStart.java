package dev.escapement.server.webhook;

import dev.escapement.engine.AgentLoop;
import dev.escapement.json.Decoded;
import dev.escapement.json.JsonText;
import dev.escapement.run.ErasedThreadException;
import dev.escapement.run.Runner;
import dev.escapement.run.ThreadExistsException;
import dev.escapement.server.Webhook;
import dev.escapement.server.WebhookVerification;
import dev.escapement.server.http.PartsHash;
import dev.escapement.server.http.ProblemException;
import dev.escapement.server.http.ProblemType;
import dev.escapement.server.http.ServerContext;
import dev.escapement.thread.Start;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The start of one thread for all deliveries with the same id to the same trigger. */
final class DeliveredStart {
    private final ServerContext context;
    private final Webhook webhook;

    DeliveredStart(ServerContext context, Webhook webhook) {
        this.context = context;
        this.webhook = webhook;
    }

    /**
     * Records the start, unless it is already recorded or the webhook ignores the delivery.
     *
     * @return whether the start was recorded
     * @throws ProblemException if the body is not JSON or not a payload of the trigger
     */
    boolean record(WebhookVerification.Delivery delivery) {
        Optional<String> payload = payload(delivery.body());
        if (payload.isEmpty()) {
            return false;
        }
        AgentLoop loop = webhook.loop();
        Start start = loop.start(webhook.trigger(), payload.get()).fold(Decoded.Accepted::value, rejected -> {
            throw new ProblemException(
                    "The delivery does not match the payload of the trigger.", rejected.violations());
        });
        if (webhook.conversion().isEmpty() && !start.files().isEmpty()) {
            throw new ProblemException(
                    ProblemType.INVALID_CONTENT, "A delivery must not contain references to files. Send the content.");
        }
        String id = "webhook-" + PartsHash.hex(List.of(loop.agent(), webhook.trigger(), delivery.id()));
        return enqueue(id, webhook.labelled(start));
    }

    private Optional<String> payload(String body) {
        if (webhook.conversion().isEmpty()) {
            return Optional.of(body);
        }
        return webhook.conversion().get().apply(json(body)).map(JsonText::json);
    }

    private static JsonText json(String body) {
        try {
            return new JsonText(body);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(ProblemType.INVALID_REQUEST, "The body must be JSON in UTF-8.");
        }
    }

    /** An erased thread is known too: the status 410 would make providers disable the webhook. */
    private boolean enqueue(String id, Start start) {
        Runner runner = Objects.requireNonNull(
                context.runners().get(webhook.loop().agent()), "the constructor of the routes checks the runner");
        try {
            runner.enqueue(id, start);
        } catch (ThreadExistsException | ErasedThreadException e) {
            return false;
        }
        context.recorded().run();
        return true;
    }
}
