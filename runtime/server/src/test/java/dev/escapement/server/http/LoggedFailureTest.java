package dev.escapement.server.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class LoggedFailureTest {

    @Test
    void messagesAreOmitted() {
        StringWriter out = new StringWriter();

        LoggedFailure.of(new IllegalStateException("s3cr3t", new IllegalArgumentException("s3cr3t")))
                .printStackTrace(new PrintWriter(out));

        assertFalse(out.toString().contains("s3cr3t"), out::toString);
    }

    @Test
    void stackTraceIsKept() {
        IllegalStateException failure = new IllegalStateException();

        assertArrayEquals(failure.getStackTrace(), LoggedFailure.of(failure).getStackTrace());
    }
}
