package dev.escapement.spring.ai;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.client.RestClientResponseException;

/**
 * The facts that exceptions of providers have in common. Exceptions of the providers' own libraries are classified by the
 * names of their classes, because the starter does not depend on these libraries.
 *
 * @param status the status of the HTTP response; 0 if it is unknown
 * @param retryAfter the delay that the provider requested, if any
 * @param answer the provider's answer, which may contain keys
 */
record ProviderFault(int status, @Nullable Duration retryAfter, String answer) {

    private static final String WEB = "org.springframework.web.client.";

    private static final String RETRY = "org.springframework.ai.retry.";

    /**
     * The beginning of the messages of Spring AI 1.1. Its exceptions have no other status, and it considers a rate limit
     * permanent.
     */
    private static final Pattern SENT_STATUS = Pattern.compile("(?:HTTP )?([45]\\d\\d) - ");

    /** The status for each simple name of a class in the libraries of OpenAI and Anthropic, and in Spring AI. */
    private static final Map<String, Integer> STATUS = Map.of(
            "BadRequestException", 400,
            "UnauthorizedException", 401,
            "PermissionDeniedException", 403,
            "NotFoundException", 404,
            "UnprocessableEntityException", 422,
            "RateLimitException", 429,
            "InternalServerException", 500,
            "ThrottlingException", 429,
            "TransientAiException", 503,
            "NonTransientAiException", 400);

    /** Returns the facts in one exception of a chain of causes; empty if it is not an exception of a provider. */
    static Optional<ProviderFault> of(Throwable fault) {
        for (Class<?> type = fault.getClass(); type != null; type = type.getSuperclass()) {
            if (type.getName().equals(WEB + "RestClientResponseException")) {
                return Optional.of(WebFault.of(fault));
            }
            Integer status = STATUS.get(type.getSimpleName());
            if (status != null) {
                String answer = String.valueOf(fault.getMessage());
                return Optional.of(new ProviderFault(
                        type.getName().startsWith(RETRY) ? sent(answer, status) : status, null, answer));
            }
        }
        return Optional.empty();
    }

    /** Returns the status at the beginning of a message, or a status that is used if the message has another form. */
    private static int sent(String message, int otherwise) {
        Matcher matcher = SENT_STATUS.matcher(message);
        return matcher.lookingAt() ? Integer.parseInt(matcher.group(1)) : otherwise;
    }

    /** The exceptions of Spring's clients. Loaded only if one was thrown, because the application may not have them. */
    private static final class WebFault {

        private static ProviderFault of(Throwable fault) {
            RestClientResponseException response = (RestClientResponseException) fault;
            HttpHeaders headers = response.getResponseHeaders();
            String delay = headers == null ? null : headers.getFirst("Retry-After");
            int status = response.getStatusCode().value();
            return new ProviderFault(
                    status,
                    delay == null ? null : delay(delay.strip()),
                    status + " " + response.getResponseBodyAsString(StandardCharsets.UTF_8));
        }

        /** Returns the delay in a header: in seconds, or until a date. */
        private static @Nullable Duration delay(String header) {
            try {
                Duration delay = header.matches("\\d{1,9}")
                        ? Duration.ofSeconds(Long.parseLong(header))
                        : Duration.between(
                                Instant.now(), ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME));
                return delay.isNegative() ? Duration.ZERO : delay;
            } catch (DateTimeException otherForm) {
                return null;
            }
        }
    }
}
