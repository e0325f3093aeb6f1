package dev.escapement.server.openapi;

import dev.escapement.server.ServerRequest;
import dev.escapement.server.openapi.ApiDocument.DocumentedOperation;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** A seeded generator of valid, nearly valid and hostile requests for the operations of a document. */
final class RequestFuzzer {
    private static final Pattern VARIABLE = Pattern.compile("\\{([^}]+)}");
    private static final List<String> METHODS =
            List.of("GET", "POST", "HEAD", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "get", "");
    private static final List<String> SEGMENTS = List.of(
            "",
            ".",
            "..",
            "a/b",
            "%2F",
            "%2e%2e",
            "%00",
            "%zz",
            "%",
            "a%20b",
            "ä",
            "%C3%A4",
            "%FF",
            "0",
            "-1",
            "9999999999",
            "null",
            "x".repeat(3000),
            "%F0%9F%98%80",
            "%ED%A0%80",
            "a;b",
            "a?b",
            "a#b",
            "'",
            "\"");
    private static final List<String> VALUES = List.of(
            "",
            "0",
            "1",
            "-1",
            "1e9",
            "99999999999999999999",
            "true",
            "null",
            "RUNNABLE",
            "WAITING",
            "oldest",
            "newest",
            "name:value",
            ":",
            "tenant:acme",
            "2026-11-30T10:00:00Z",
            "not a time",
            "ä\u0000",
            "\ud83d",
            "APPROVAL",
            "x".repeat(5000),
            "%",
            "[]",
            "dev.escapement.server.openapi.TicketDesk");

    private final Random random;
    private final ApiDocument document;
    private final List<String> threads;
    private final JsonFuzzer bodies;

    RequestFuzzer(long seed, ApiDocument document, List<String> threads) {
        this.random = new Random(seed);
        this.document = document;
        this.threads = threads;
        this.bodies = new JsonFuzzer(random, document);
    }

    /** Returns the next request. */
    ServerRequest next() {
        DocumentedOperation operation = pick(document.operations());
        String method = rarely(15) ? pick(METHODS) : operation.method();
        Map<String, List<String>> headers = headers(operation);
        return DeskServer.request(method, target(operation), headers, body(operation));
    }

    private String target(DocumentedOperation operation) {
        Matcher variable = VARIABLE.matcher(operation.path());
        StringBuilder target = new StringBuilder();
        while (variable.find()) {
            variable.appendReplacement(target, Matcher.quoteReplacement(segment(variable.group(1))));
        }
        variable.appendTail(target);
        if (rarely(40)) {
            target.append(pick(List.of("/", "//", "/..", "%", "?", "?%", "?=", "?a=b&a=b", "#", "\\", "\u0001")));
        }
        return target + query(operation);
    }

    private String segment(String name) {
        if (rarely(6)) {
            return pick(SEGMENTS);
        }
        return switch (name) {
            case "agent" -> "dev.escapement.server.openapi.TicketDesk";
            case "trigger" -> "mail";
            case "position" -> String.valueOf(random.nextInt(12));
            default -> pick(threads);
        };
    }

    private String query(DocumentedOperation operation) {
        StringBuilder query = new StringBuilder();
        for (JsonNode each : operation.node().path("parameters")) {
            JsonNode parameter = document.resolved(each);
            if (parameter.get("in").asString().equals("query") && random.nextInt(3) == 0) {
                int times = rarely(10) ? 2 : 1;
                for (int i = 0; i < times; i++) {
                    query.append(query.isEmpty() ? '?' : '&')
                            .append(parameter.get("name").asString())
                            .append('=')
                            .append(value(parameter));
                }
            }
        }
        if (rarely(30)) {
            query.append(query.isEmpty() ? '?' : '&').append("unknown=1");
        }
        return query.toString();
    }

    private String value(JsonNode parameter) {
        String text = random.nextBoolean()
                ? pick(VALUES)
                : bodies.valid(parameter.get("schema"), 0).replace("\"", "");
        return rarely(20) ? text.replace(' ', '+') : URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Map<String, List<String>> headers(DocumentedOperation operation) {
        Map<String, List<String>> headers = new HashMap<>();
        headers.put("Content-Type", List.of(rarely(15) ? pick(VALUES) : "application/json"));
        for (JsonNode each : operation.node().path("parameters")) {
            JsonNode parameter = document.resolved(each);
            if (parameter.get("in").asString().equals("header") && random.nextInt(3) == 0) {
                String name = parameter.get("name").asString();
                headers.put(name, rarely(10) ? List.of("a", "b") : List.of(pick(VALUES)));
            }
        }
        if (rarely(30)) {
            headers.put(
                    pick(List.of("Host", "Origin", "Cookie", "Sec-Fetch-Site", "If-None-Match", "Last-Event-ID")),
                    rarely(3) ? List.of("a", "b") : List.of(pick(VALUES)));
        }
        return headers;
    }

    private byte[] body(DocumentedOperation operation) {
        JsonNode schema = operation.node().at("/requestBody/content/application~1json/schema");
        return schema.isMissingNode() && !rarely(10) ? new byte[0] : bodies.body(schema);
    }

    private boolean rarely(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
