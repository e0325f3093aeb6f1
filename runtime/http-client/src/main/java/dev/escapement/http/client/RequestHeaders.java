package dev.escapement.http.client;

import dev.escapement.http.HttpSettings;
import dev.escapement.http.request.Headers;
import dev.escapement.model.ModelException;
import dev.escapement.model.ModelInfo;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A source of the headers of each attempt, some of which a supplier determines. Safe for use by several Java threads if
 * the supplier is.
 */
final class RequestHeaders {

    /**
     * The headers of one attempt.
     *
     * @param secrets the values that the supplier returned
     * @param all the headers
     * @param exceptions the exceptions, which do not contain the secret values
     */
    record Current(Map<String, String> secrets, Headers all, EndpointExceptions exceptions) {}

    private final ModelInfo model;
    private final URI uri;
    private final Headers known;
    private final Supplier<Map<String, String>> supplier;
    private final HttpSettings http;
    private final EndpointExceptions exceptions;
    private volatile @Nullable Current last;

    RequestHeaders(
            ModelInfo model,
            URI uri,
            Map<String, String> known,
            Supplier<Map<String, String>> supplier,
            HttpSettings http) {
        this.model = model;
        this.uri = uri;
        this.known = Headers.of(known);
        this.supplier = supplier;
        this.http = http;
        this.exceptions = new EndpointExceptions(model, uri, Headers.of(http.headers()), http);
    }

    /** Returns the exceptions for faults before the headers of an attempt are known. */
    EndpointExceptions exceptions() {
        return exceptions;
    }

    /**
     * Returns the headers of the next attempt.
     *
     * @throws ModelException if the supplier fails or returns an invalid header
     */
    Current next() {
        Current previous = last;
        try {
            Headers secrets = Headers.of(supplier.get());
            if (previous != null && previous.secrets().equals(secrets.toMap())) {
                return previous;
            }
            Current current = current(secrets);
            last = current;
            return current;
        } catch (ModelException | CancellationException fault) {
            throw fault;
        } catch (RuntimeException fault) {
            throw exceptions.noHeaders(fault);
        }
    }

    private Current current(Headers secrets) {
        Headers hidden = secrets.with(http.headers());
        Headers all = known.with(hidden.toMap());
        if (http.proxyAuthorization().isPresent()) {
            all = all.with("Proxy-Authorization", http.proxyAuthorization().get());
        }
        return new Current(secrets.toMap(), all, new EndpointExceptions(model, uri, hidden, http));
    }
}
