package dev.escapement.spring.web;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The lines of an event stream, in the order of their arrival. */
final class StreamedLines {
    private static final String END = "\0end";

    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final HttpResponse<Stream<String>> response;
    private final CompletableFuture<Void> reading;

    StreamedLines(WebApplication application, HttpRequest.Builder request) throws Exception {
        this.response = application.client().send(request.build(), HttpResponse.BodyHandlers.ofLines());
        this.reading = CompletableFuture.runAsync(() -> {
                    try (Stream<String> all = response.body()) {
                        all.forEach(lines::add);
                    }
                })
                .whenComplete((done, failure) -> lines.add(END));
    }

    HttpResponse<Stream<String>> response() {
        return response;
    }

    /** Returns the first line of a successful response that contains a text, after at most the limit of the tests. */
    String await(String text) throws InterruptedException {
        if (response.statusCode() != 200) {
            throw new AssertionError("the response has the status " + response.statusCode());
        }
        long deadline = System.nanoTime() + WebApplication.LIMIT.toNanos();
        while (true) {
            String line = lines.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (line == null || line.equals(END)) {
                throw new AssertionError("the stream has no line with " + text);
            }
            if (line.contains(text)) {
                return line;
            }
        }
    }

    /** Waits for the end of the stream, and returns whether it came in time. */
    boolean awaitEnd() {
        try {
            reading.handle((done, failure) -> true).get(WebApplication.LIMIT.toSeconds(), TimeUnit.SECONDS);
            return true;
        } catch (Exception e) {
            return false;
        }
    }
}
