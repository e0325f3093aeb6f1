package dev.escapement.http.client;

import java.util.Locale;
import java.util.Optional;

/** A reader of the title of an HTML page, which proxies and gateways send in place of a reply. */
final class HtmlTitle {

    private static final int MAX_LENGTH = 1 << 16;

    private HtmlTitle() {}

    /** Returns the title of a page; empty if the text is not HTML or has no title. */
    static Optional<String> of(String body) {
        String text = body.substring(0, Math.min(body.length(), MAX_LENGTH));
        String lower = text.toLowerCase(Locale.ROOT);
        int start = text.stripLeading().startsWith("<") ? lower.indexOf("<title") : -1;
        int open = start < 0 ? -1 : lower.indexOf('>', start);
        int close = open < 0 ? -1 : lower.indexOf("</title", open);
        return close < 0
                ? Optional.empty()
                : Optional.of(text.substring(open + 1, close).strip()).filter(title -> !title.isEmpty());
    }
}
