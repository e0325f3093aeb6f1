package dev.escapement.server.webhook;

import dev.escapement.server.ServerResponse;
import dev.escapement.server.Webhook;
import dev.escapement.server.WebhookVerification;
import dev.escapement.server.body.WebhookBody;
import dev.escapement.server.body.WebhookBodyCodec;
import dev.escapement.server.http.Access;
import dev.escapement.server.http.BodySchema;
import dev.escapement.server.http.HttpProblem;
import dev.escapement.server.http.ProblemException;
import dev.escapement.server.http.ProblemType;
import dev.escapement.server.http.RequestContext;
import dev.escapement.server.http.Responses;
import dev.escapement.server.http.Route;
import dev.escapement.server.http.RouteGroup;
import dev.escapement.server.http.RouteOperation;
import dev.escapement.server.http.ServerContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The endpoint of the webhooks. A refused delivery records nothing, and its sender does not receive the reason. */
public final class WebhookRoutes implements RouteGroup {
    private static final String CONTENT_ENCODING = "Content-Encoding";

    private final ServerContext context;
    private final List<Webhook> webhooks;

    /**
     * Creates the endpoint.
     *
     * @param context the parts of the application
     * @param webhooks the registered webhooks
     * @throws IllegalArgumentException if a webhook cannot start threads of its agent, or two have the same path
     */
    public WebhookRoutes(ServerContext context, List<Webhook> webhooks) {
        this.context = context;
        this.webhooks = List.copyOf(webhooks);
        for (Webhook webhook : webhooks) {
            String agent = webhook.loop().agent();
            if (!context.loops().containsKey(agent) || !context.runners().containsKey(agent)) {
                throw new IllegalArgumentException("The server cannot start threads of " + agent
                        + ". Pass its loop to AgentServer.of and its runner to the builder.");
            }
            if (webhooks.stream()
                            .filter(other -> other.isFor(agent, webhook.trigger()))
                            .count()
                    > 1) {
                throw new IllegalArgumentException("The trigger " + webhook.trigger() + " of " + agent
                        + " has two webhooks. Use one verifier with several secrets.");
            }
        }
    }

    @Override
    public List<Route> routes() {
        Optional<BodySchema> answer = Optional.of(new BodySchema("Webhook", WebhookBodyCodec.SCHEMA));
        RouteOperation operation = new RouteOperation(
                "receiveWebhook",
                "Starts a thread for a signed delivery.",
                List.of(),
                Optional.of(new BodySchema("", "{}")),
                Map.of(200, answer, 202, answer));
        return List.of(new Route("POST", "/webhooks/{agent}/{trigger}", Access.SIGNATURE, operation, this::receive));
    }

    private ServerResponse receive(RequestContext exchange) {
        Webhook webhook = webhooks.stream()
                .filter(each -> each.isFor(exchange.parameter("agent"), exchange.parameter("trigger")))
                .findFirst()
                .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "This path does not exist."));
        if (!exchange.request().values(CONTENT_ENCODING).isEmpty()) {
            throw new ProblemException(
                    ProblemType.UNSUPPORTED_MEDIA_TYPE, "Send the body without " + CONTENT_ENCODING + ".");
        }
        WebhookVerification result =
                webhook.verifier().verify(exchange.request(), context.clock().instant());
        return result.accept(new DeliveryAnswer(webhook));
    }

    /** The function from the result of a verifier to the response. */
    private final class DeliveryAnswer implements WebhookVerification.Visitor<ServerResponse> {
        private final Webhook webhook;

        DeliveryAnswer(Webhook webhook) {
            this.webhook = webhook;
        }

        @Override
        public ServerResponse delivery(WebhookVerification.Delivery delivery) {
            boolean started = new DeliveredStart(context, webhook).record(delivery);
            return answer(started ? 202 : 200, Optional.empty());
        }

        @Override
        public ServerResponse acknowledgement(WebhookVerification.Acknowledgement acknowledgement) {
            return answer(200, acknowledgement.challenge());
        }

        @Override
        public ServerResponse refusal(WebhookVerification.RefusedDelivery refusal) {
            HttpProblem problem = refusal.reason() == WebhookVerification.Reason.MALFORMED_BODY
                    ? HttpProblem.of(ProblemType.INVALID_REQUEST, "The body must be JSON in UTF-8.")
                    : HttpProblem.of(
                            ProblemType.INVALID_SIGNATURE,
                            "Sign the delivery with the current secret and the current time.");
            throw new ProblemException(problem, "WEBHOOK_" + refusal.reason());
        }

        private ServerResponse answer(int status, Optional<String> challenge) {
            return Responses.json(status, WebhookBodyCodec.INSTANCE.encode(new WebhookBody(challenge)), Map.of());
        }
    }
}
