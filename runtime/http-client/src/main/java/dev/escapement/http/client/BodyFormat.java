package dev.escapement.http.client;

import java.net.http.HttpHeaders;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The format of a response body. The first bytes determine it, because many servers send a wrong content type. */
enum BodyFormat {
    JSON,
    EVENT_STREAM,
    OTHER;

    private static final List<String> FIELDS = List.of("data:", "event:", "error:", "retry:", "id:", ":");
    private static final Pattern CHARSET = Pattern.compile("(?i)charset\\s*=\\s*[\"']?([\\w.:-]+)");
    private static final String BYTE_ORDER_MARK = "\ufeff";

    /**
     * Returns the format of a body.
     *
     * @param beginning the beginning of the body
     * @param isWhole whether the body ends there
     * @param headers the headers, which decide if the beginning does not
     * @return the format; empty if more of the body is required
     */
    static Optional<BodyFormat> of(String beginning, boolean isWhole, HttpHeaders headers) {
        String text = text(beginning);
        if (text.isEmpty() && !isWhole) {
            return Optional.empty();
        }
        if (text.startsWith("{") || text.startsWith("[")) {
            return Optional.of(JSON);
        }
        if (isEventStream(text)) {
            return Optional.of(EVENT_STREAM);
        }
        if (!isWhole && FIELDS.stream().anyMatch(field -> field.startsWith(text))) {
            return Optional.empty();
        }
        return Optional.of(text.startsWith("<") || isEncoded(headers) ? OTHER : declared(headers));
    }

    /** Returns whether a text begins with a field or comment of an event stream. */
    static boolean isEventStream(String beginning) {
        String text = text(beginning);
        return FIELDS.stream().anyMatch(text::startsWith);
    }

    private static String text(String beginning) {
        String text = beginning.stripLeading();
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1).stripLeading() : text;
    }

    private static BodyFormat declared(HttpHeaders headers) {
        String type = mediaType(headers);
        if (type.equals("application/json") || (type.startsWith("application/") && type.endsWith("+json"))) {
            return JSON;
        }
        return type.equals("text/event-stream") ? EVENT_STREAM : OTHER;
    }

    /** Returns a description of the content type for use in an error message. */
    static String describe(HttpHeaders headers) {
        String type = headers.firstValue("content-type").orElse("no content type");
        return isEncoded(headers) ? type + ", encoded as " + encoding(headers) : type;
    }

    private static boolean isEncoded(HttpHeaders headers) {
        return !encoding(headers).equals("identity");
    }

    /** Returns whether the headers declare a compression that cannot be decoded. */
    static boolean isUnsupported(HttpHeaders headers) {
        return switch (encoding(headers)) {
            case "identity", "gzip", "x-gzip", "deflate" -> false;
            default -> true;
        };
    }

    /** Returns the content encoding in lower case; {@code identity} if there is none. */
    static String encoding(HttpHeaders headers) {
        return headers.firstValue("content-encoding")
                .map(encoding -> encoding.strip().toLowerCase(Locale.ROOT))
                .filter(encoding -> !encoding.isEmpty())
                .orElse("identity");
    }

    /** Returns the declared character set; UTF-8 if there is none or an unknown one. */
    static Charset charset(HttpHeaders headers) {
        Matcher declared = CHARSET.matcher(headers.firstValue("content-type").orElse(""));
        try {
            return declared.find() ? Charset.forName(declared.group(1)) : StandardCharsets.UTF_8;
        } catch (IllegalArgumentException unknown) {
            return StandardCharsets.UTF_8;
        }
    }

    private static String mediaType(HttpHeaders headers) {
        String value = headers.firstValue("content-type").orElse("");
        int parameters = value.indexOf(';');
        return (parameters < 0 ? value : value.substring(0, parameters)).strip().toLowerCase(Locale.ROOT);
    }
}
