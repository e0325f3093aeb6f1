package dev.escapement.wire;

import java.net.http.HttpHeaders;
import java.util.Locale;

/** What the body of a response is, as far as it matters here. */
enum ContentType {
    JSON,
    EVENT_STREAM,
    OTHER;

    /**
     * Goes by the header of that name; its parameters do not matter, since JSON and event streams are UTF-8 always. What is
     * compressed, though nobody asked for it, is neither.
     */
    static ContentType of(HttpHeaders headers) {
        if (isEncoded(headers)) {
            return OTHER;
        }
        String type = mediaType(headers);
        if (type.equals("application/json") || (type.startsWith("application/") && type.endsWith("+json"))) {
            return JSON;
        }
        return type.equals("text/event-stream") ? EVENT_STREAM : OTHER;
    }

    /** The header as it is, for a message. */
    static String words(HttpHeaders headers) {
        String type = headers.firstValue("content-type").orElse("no content type");
        return isEncoded(headers) ? type + ", encoded as " + encoding(headers) : type;
    }

    private static boolean isEncoded(HttpHeaders headers) {
        return !encoding(headers).equalsIgnoreCase("identity");
    }

    private static String encoding(HttpHeaders headers) {
        return headers.firstValue("content-encoding")
                .map(String::strip)
                .filter(encoding -> !encoding.isEmpty())
                .orElse("identity");
    }

    private static String mediaType(HttpHeaders headers) {
        String value = headers.firstValue("content-type").orElse("");
        int parameters = value.indexOf(';');
        return (parameters < 0 ? value : value.substring(0, parameters)).strip().toLowerCase(Locale.ROOT);
    }
}
