package dev.escapement.http.client;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An error reported by a provider. Providers do not share one form; the forms in use are {@code {"error": {"message",
 * "code" | "type" | "status"}}}, {@code {"error": "text"}}, {@code {"errors": […]}}, {@code {"message", "type"}}, {@code
 * {"code", "msg"}}, {@code {"detail"}} and {@code {"base_resp"}}, and each of them in a list or as an event.
 *
 * @param message the message; in an unknown form, the whole body
 * @param code the provider's name for the error; empty if it has none
 * @param names all names of the error, of which the code is the first
 * @param status the HTTP status that the error contains; 0 if it contains none
 * @param isTemporary whether the names of the error denote a temporary fault
 * @param parameters the parts of the request that the error names and does not accept, for example {@code
 *     tools[0].function.strict}
 * @param delay the delay before a retry that the error requests
 * @param headers the headers of another server's response that the error contains
 * @param requestId the provider's id of the request; empty if it has none
 */
record ErrorBody(
        String message,
        String code,
        List<String> names,
        int status,
        boolean isTemporary,
        List<String> parameters,
        Optional<Duration> delay,
        HttpHeaders headers,
        String requestId) {

    private static final int MAX_NESTING = 4;
    private static final String BYTE_ORDER_MARK = "\ufeff";

    /** The members of an error that does not have a member {@code error}. */
    private static final Set<String> MEMBERS = Set.of(
            "code",
            "conversation_id",
            "detail",
            "details",
            "error_code",
            "error_msg",
            "errors",
            "event",
            "message",
            "message_id",
            "msg",
            "object",
            "ok",
            "param",
            "path",
            "request_id",
            "requestId",
            "status",
            "status_code",
            "sid",
            "success",
            "task_id",
            "timestamp",
            "title",
            "trace_id",
            "type");

    /** The members of replies in all protocols. */
    private static final Set<String> REPLY =
            Set.of("candidates", "choices", "content", "data", "delta", "output", "response", "usage");

    /** The texts in place of an error that is absent, in lower case. */
    private static final Set<String> NOTHING = Set.of("null", "none", "ok", "success");

    /** The codes of messages that are not errors. */
    private static final Set<String> SUCCESSES = Set.of("0", "200", "ok", "success");

    /** The parts of the names of errors, in lower case. */
    private static final List<String> FAULTS = List.of("error", "exception", "fail", "fault", "invalid");

    private static final HttpHeaders NO_HEADERS = HttpHeaders.of(Map.of(), (name, value) -> true);
    private static final int MAX_HEADERS = 50;

    ErrorBody(String message, String code) {
        this(message, code, false);
    }

    ErrorBody(String message, String code, boolean isTemporary) {
        this(message, code, isTemporary, Optional.empty());
    }

    private ErrorBody(String message, String code, boolean isTemporary, Optional<Duration> delay) {
        this(message, code, List.of(), 0, isTemporary, List.of(), delay, NO_HEADERS, "");
    }

    /** Returns the error in the body of a response with an error status, in any framing. */
    static ErrorBody of(String body) {
        try {
            Optional<ProviderJson> json = json(body);
            if (json.isPresent()) {
                return of(json.get());
            }
        } catch (MalformedReplyException ambiguous) {
            return new ErrorBody(body, "");
        }
        String text = HtmlTitle.of(body).orElse(body);
        return new ErrorBody(text, "", false, DelayText.in(text));
    }

    /** Returns the first JSON value of a body, which may be an event stream or have junk after its end. */
    static Optional<ProviderJson> json(String body) {
        String text = (body.startsWith(BYTE_ORDER_MARK) ? body.substring(1) : body).strip();
        try {
            if (text.startsWith("{") || text.startsWith("[")) {
                return Optional.of(ProviderJson.parseFirst(text));
            }
            if (BodyFormat.isEventStream(text)) {
                EventStream stream = new EventStream();
                List<ServerSentEvent> events = new ArrayList<>(stream.feed(text.getBytes(StandardCharsets.UTF_8)));
                stream.end().ifPresent(events::add);
                return events.stream()
                        .map(event -> event.data().strip())
                        .filter(data -> data.startsWith("{") || data.startsWith("[{"))
                        .findFirst()
                        .map(ProviderJson::parseFirst);
            }
            return text.startsWith("\"") ? Optional.of(ProviderJson.parse(text)) : Optional.empty();
        } catch (MalformedReplyException noJson) {
            return Optional.empty();
        }
    }

    static ErrorBody of(ProviderJson body) {
        ProviderJson outer = first(body);
        ProviderJson error = first(errorIn(outer));
        for (int i = 0; i < MAX_NESTING && error.get("error").isObject(); i++) {
            error = error.get("error");
        }
        ProviderJson source = error.isObject() ? error : outer;
        String message = message(source, error, outer);
        List<String> names = new ArrayList<>();
        for (String member : List.of("code", "type", "status", "error_code", "Code", "__type")) {
            text(source.get(member)).ifPresent(names::add);
        }
        text(outer.get("error_code")).ifPresent(names::add);
        if (error.isText() && !isEmpty(outer.get("error_description"))) {
            names.add(error.text());
        }
        int status = status(source);
        boolean isTemporary = TemporaryFault.isStatus(status) || names.stream().anyMatch(TemporaryFault::isName);
        return new ErrorBody(
                message.isEmpty() ? body.raw() : message,
                names.isEmpty() ? "" : names.get(0),
                List.copyOf(names),
                status,
                isTemporary,
                parameters(source, outer),
                DelayText.in(source, message),
                headers(source.get("metadata").get("headers")),
                text(outer.get("request_id"))
                        .or(() -> text(source.get("request_id")))
                        .orElse(""));
    }

    /** Returns the error in a body, which some servers write at other positions than the member {@code error}. */
    private static ProviderJson errorIn(ProviderJson outer) {
        ProviderJson[] candidates = {
            outer.get("error"),
            first(outer.get("errors")),
            outer.get("Error"),
            outer.get("Response").get("Error"),
            outer.get("status_details").get("error"),
            outer.get("base_resp")
        };
        for (ProviderJson candidate : candidates) {
            if (!isEmpty(candidate) && !isSuccess(candidate)) {
                return candidate;
            }
        }
        return candidates[0];
    }

    /** Returns whether an object reports a success, which some servers do in each reply. */
    private static boolean isSuccess(ProviderJson value) {
        if (value.isText()) {
            return NOTHING.contains(value.text().strip().toLowerCase(Locale.ROOT));
        }
        String code = value.get("status_code").textOrJson() + value.get("code").textOrJson();
        return value.isObject() && SUCCESSES.contains(code.toLowerCase(Locale.ROOT));
    }

    /** Returns the headers of another server's response, which gateways forward. */
    private static HttpHeaders headers(ProviderJson value) {
        Map<String, List<String>> headers = new HashMap<>();
        value.names().stream()
                .limit(MAX_HEADERS)
                .filter(name -> !name.isBlank())
                .forEach(name -> headers.put(
                        name.strip().toLowerCase(Locale.ROOT),
                        List.of(value.get(name).textOrJson())));
        return headers.isEmpty() ? NO_HEADERS : HttpHeaders.of(headers, (name, content) -> true);
    }

    private static String message(ProviderJson source, ProviderJson error, ProviderJson outer) {
        ProviderJson[] candidates = {
            source.get("message"),
            outer.get("error_description"),
            error,
            source.get("detail"),
            source.get("msg"),
            source.get("error_msg"),
            source.get("status_msg"),
            source.get("Message"),
            outer.get("message"),
            source.get("title")
        };
        String message = "";
        for (ProviderJson candidate : candidates) {
            message = message.isEmpty() ? text(candidate).orElse("") : message;
        }
        for (ProviderJson candidate : candidates) {
            boolean isUsed = message.isEmpty() && (candidate.isObject() || candidate.isArray()) && !isEmpty(candidate);
            message = isUsed ? candidate.raw() : message;
        }
        String raw = source.get("metadata").get("raw").textOrJson(); // the words of the provider behind a gateway
        return raw.isBlank() || message.contains(raw) ? message : message + ": " + raw;
    }

    private static List<String> parameters(ProviderJson source, ProviderJson outer) {
        List<String> parameters = new ArrayList<>();
        text(source.get("param")).ifPresent(parameters::add);
        for (ProviderJson fields : List.of(source.get("invalid_fields"), outer.get("invalid_fields"))) {
            for (ProviderJson field : fields.isArray() ? fields.items() : List.<ProviderJson>of()) {
                text(field).or(() -> text(field.get("field"))).ifPresent(parameters::add);
            }
        }
        ProviderJson detail = outer.get("detail");
        for (ProviderJson each : detail.isArray() ? detail.items() : List.of(detail)) {
            ProviderJson location = each.get("loc");
            String words =
                    each.get("type").textOrJson() + "\n" + each.get("msg").textOrJson();
            if (location.isArray() && RefusedProperties.isRefusal(words)) {
                StringBuilder path = new StringBuilder();
                location.items().forEach(step -> path.append(step.textOrJson()).append('.'));
                parameters.add(path.toString());
            }
        }
        return List.copyOf(parameters);
    }

    private static int status(ProviderJson source) {
        for (String member : List.of("code", "status", "status_code")) {
            String number = source.get(member).textOrJson();
            boolean isNumber = number.length() == 3 && number.chars().allMatch(c -> c >= '0' && c <= '9');
            if (isNumber && (number.charAt(0) == '4' || number.charAt(0) == '5')) {
                return Integer.parseInt(number);
            }
        }
        return 0;
    }

    /** Returns the first element of an array, or the value itself. */
    private static ProviderJson first(ProviderJson value) {
        return value.isArray() && !value.items().isEmpty() ? value.items().get(0) : value;
    }

    private static Optional<String> text(ProviderJson value) {
        return value.isText() && !value.text().isBlank() ? Optional.of(value.text()) : Optional.empty();
    }

    /**
     * Returns whether a value in place of a reply is an error. An error whose members are all empty is not an error,
     * because some servers add it to each reply.
     */
    static boolean isError(ProviderJson value) {
        ProviderJson outer = first(value);
        ProviderJson error = errorIn(outer);
        if (!isEmpty(error) && !isSuccess(error) && !error.equals(first(outer.get("errors")))) {
            return true;
        }
        ProviderJson message = outer.get("message");
        boolean hasMessage = (!isEmpty(message) && !message.isObject()) // an object is a message of the Messages API
                || !isEmpty(outer.get("detail"))
                || !isEmpty(outer.get("errors"))
                || !isEmpty(outer.get("error_msg"))
                || (!isEmpty(outer.get("msg")) && !isEmpty(outer.get("code")))
                || !isEmpty(outer.get("title"));
        return Stream.of("type", "object", "event")
                        .anyMatch(name -> outer.get(name).textOrJson().equals("error"))
                || (hasMessage && (isCoded(outer) || hasOnlyMembers(outer)) && !isProgress(outer));
    }

    /** Returns whether an object has a code and no part of a reply. */
    private static boolean isCoded(ProviderJson value) {
        return !isEmpty(value.get("code"))
                && isEmpty(value.get("type"))
                && REPLY.stream().allMatch(name -> isEmpty(value.get(name)));
    }

    private static boolean hasOnlyMembers(ProviderJson value) {
        return value.names().stream().allMatch(name -> MEMBERS.contains(name) || isEmpty(value.get(name)));
    }

    /** Returns whether an object without a member {@code error} is a message about the progress of the server. */
    private static boolean isProgress(ProviderJson value) {
        String code = value.get("code").textOrJson().toLowerCase(Locale.ROOT);
        String type = (value.get("type").textOrJson() + value.get("object").textOrJson()).toLowerCase(Locale.ROOT);
        boolean isUsualType = !type.isEmpty() && FAULTS.stream().noneMatch(type::contains);
        String status = value.get("status").textOrJson().toLowerCase(Locale.ROOT);
        boolean isUsualStatus = !status.isEmpty()
                && !Character.isDigit(status.charAt(0))
                && FAULTS.stream().noneMatch(status::contains);
        return SUCCESSES.contains(code)
                || value.get("success").isTrue()
                || (code.isEmpty() && status(value) == 0 && (isUsualType || isUsualStatus));
    }

    /** Returns whether a value has no content: null, zero, false, blank text, or members that are all empty. */
    static boolean isEmpty(ProviderJson value) {
        if (value.isAbsent()) {
            return true;
        }
        if (value.isText()) {
            return value.text().isBlank();
        }
        if (value.isArray()) {
            return value.items().stream().allMatch(ErrorBody::isEmpty);
        }
        if (value.isObject()) {
            return value.names().stream().allMatch(name -> isEmpty(value.get(name)));
        }
        return value.raw().equals("0") || value.raw().equals("false");
    }
}
