package dev.escapement.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Tests of the content of a model's exception, in this process and after serialization. */
class ModelExceptionTest {

    private static final ModelInfo MODEL = new ModelInfo("openai", "m", "localhost", 1);

    @Test
    void itTellsWhichModelItWas() {
        assertEquals(MODEL, new UnreadableReplyException(MODEL, "A page in HTML.", null).model());
    }

    @Test
    void itIdentifiesTheRequestAndTheRateLimits() {
        ResponseInfo response = new ResponseInfo("req_7", Map.of("x-ratelimit-remaining-requests", "0"));

        assertEquals(response, new UnreadableReplyException(MODEL, "A page.", response, null).response());
        assertEquals(response, new RequestRejectedException(MODEL, "No.", 400, "", response, null).response());
        assertEquals(response, new ModelUnavailableException(MODEL, "Busy.", 503, null, response, null).response());
        assertEquals(ResponseInfo.NONE, new UnreadableReplyException(MODEL, "A page.", null).response());
    }

    /** Durable engines store exceptions. */
    @Test
    void serializationKeepsAllButModelAndResponse() throws IOException, ClassNotFoundException {
        ModelUnavailableException copy = assertInstanceOf(
                ModelUnavailableException.class,
                copy(new ModelUnavailableException(MODEL, "Too many requests.", 429, Duration.ofSeconds(7), null)));

        assertEquals("Too many requests.", copy.getMessage());
        assertEquals(429, copy.status());
        assertEquals(Optional.of(Duration.ofSeconds(7)), copy.retryAfter());
        assertEquals(ModelInfo.UNKNOWN, copy.model());
        assertEquals(ResponseInfo.NONE, copy.response());
    }

    private static Object copy(Object original) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(original);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return in.readObject();
        }
    }
}
