package dev.escapement.server;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** The result of a {@link WebhookVerifier}. */
public sealed interface WebhookVerification {

    /**
     * Calls the method of a visitor for this kind of result.
     *
     * @param visitor the visitor
     * @param <R> the type of the result
     * @return the result of the visitor
     */
    <R> R accept(Visitor<R> visitor);

    /**
     * An authentic delivery, which starts a thread unless its id is known.
     *
     * @param id the id that all deliveries of the same event have, not empty
     * @param time the signed time of this delivery
     * @param body the event as JSON text
     */
    record Delivery(String id, Instant time, String body) implements WebhookVerification {
        public Delivery {
            if (id.isEmpty()) {
                throw new IllegalArgumentException("A delivery requires an id. Return one that the signature covers.");
            }
            Objects.requireNonNull(time, "time");
            Objects.requireNonNull(body, "body");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.delivery(this);
        }
    }

    /**
     * An authentic message of the protocol that is not an event, such as the check of a new URL. It is answered with the
     * status 200 and starts no thread.
     *
     * @param challenge the text that the provider expects as property {@code challenge} of the response
     */
    record Acknowledgement(Optional<String> challenge) implements WebhookVerification {
        public Acknowledgement {
            Objects.requireNonNull(challenge, "challenge");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.acknowledgement(this);
        }
    }

    /**
     * A refused request. The reason is logged; the sender receives only the status.
     *
     * @param reason the reason
     */
    record RefusedDelivery(Reason reason) implements WebhookVerification {
        public RefusedDelivery {
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.refusal(this);
        }
    }

    /** A reason to refuse a request. */
    enum Reason {
        /** A required header is absent or occurs more than once. */
        HEADERS,
        /** A required header is malformed. */
        MALFORMED_HEADER,
        /** The signed time is too far in the past or in the future. */
        OUTSIDE_WINDOW,
        /** No signature matches a secret. */
        WRONG_SIGNATURE,
        /** The signature is correct, but the body is not the text that the provider's protocol requires. */
        MALFORMED_BODY
    }

    /**
     * A function of the kinds of results.
     *
     * @param <R> the type of the result
     */
    interface Visitor<R> {

        /** {@return the result for an authentic delivery} */
        R delivery(Delivery delivery);

        /** {@return the result for a message of the protocol} */
        R acknowledgement(Acknowledgement acknowledgement);

        /** {@return the result for a refused request} */
        R refusal(RefusedDelivery refusal);
    }
}
