package dev.escapement.http.client;

import java.net.http.HttpHeaders;
import java.util.Locale;

/** The content type of a response body. */
enum ContentType {
    JSON,
    EVENT_STREAM,
    OTHER;

    /**
     * Returns the content type that the response headers specify. Parameters are ignored, because JSON and event
     * streams are always UTF-8. A compressed body, which no request allows, is {@link #OTHER}.
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

    /** Returns a description of the content type for use in an error message. */
    static String describe(HttpHeaders headers) {
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
