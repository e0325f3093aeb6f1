package dev.escapement.http.client;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.function.Function;

/**
 * The body of a request, some of whose properties can be omitted. If a server rejects a request because of such a
 * property, the endpoint repeats the request without it and omits it from later requests to the same model.
 */
public interface RequestBody {

    /**
     * Returns the names of the properties that can be omitted. A name is that of a property anywhere in the body, for
     * example {@code strict}; the server may use it in a path, as in {@code tools[0].function.strict}. It does not
     * matter whether the body contains the property.
     *
     * @return the names; none by default
     */
    default Set<String> optional() {
        return Set.of();
    }

    /**
     * Returns the name of the model that the request addresses. A property that the server rejects is omitted from later
     * requests to the same model.
     *
     * @return the name; empty for the model of the endpoint
     */
    default String model() {
        return "";
    }

    /**
     * Returns the body without some of the optional properties.
     *
     * @param omitted the names of properties to omit; those that the body does not contain have no effect
     * @return JSON text; the same text for the same names
     */
    String without(Set<String> omitted);

    /**
     * Returns the bytes of the body without some of the optional properties. Bodies that contain files override this
     * method, so that the memory does not contain several copies of a file.
     *
     * @param omitted the names of properties to omit; those that the body does not contain have no effect
     * @return JSON text in UTF-8; not changed afterwards
     */
    default byte[] bytes(Set<String> omitted) {
        return without(omitted).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Adapts later results of this body to an error with the status 400 or 422, for example to a limit that it names. The
     * endpoint invokes this method at most once for each request, and repeats the request if it returns true.
     *
     * @param error the message of the error; it may contain secrets
     * @return whether later results differ; false by default
     */
    default boolean adapts(String error) {
        return false;
    }

    /**
     * Returns the setting that omits a property from every request, for the log entry about a server that rejects it.
     *
     * @param property the name of the property
     * @return the setting as Java source, for example {@code strict(false)}; empty if there is none
     */
    default String setting(String property) {
        return "";
    }

    /**
     * Returns a body whose properties are all required.
     *
     * @param json JSON text
     * @return the body
     */
    static RequestBody of(String json) {
        return omitted -> json;
    }

    /**
     * Returns a body with optional properties for the model of the endpoint.
     *
     * @param optional the names of the properties that can be omitted
     * @param writer returns the JSON text without the given properties
     * @param settings returns the setting that omits a property; an empty string if there is none
     * @return the body
     */
    static RequestBody of(
            Set<String> optional, Function<Set<String>, String> writer, Function<String, String> settings) {
        return of("", optional, writer, settings);
    }

    /**
     * Returns a body with optional properties.
     *
     * @param model the name of the model that the request addresses
     * @param optional the names of the properties that can be omitted
     * @param writer returns the JSON text without the given properties
     * @param settings returns the setting that omits a property; an empty string if there is none
     * @return the body
     */
    static RequestBody of(
            String model,
            Set<String> optional,
            Function<Set<String>, String> writer,
            Function<String, String> settings) {
        return new RequestBody() {
            @Override
            public String model() {
                return model;
            }

            @Override
            public Set<String> optional() {
                return optional;
            }

            @Override
            public String without(Set<String> omitted) {
                return writer.apply(omitted);
            }

            @Override
            public String setting(String property) {
                return settings.apply(property);
            }
        };
    }
}
