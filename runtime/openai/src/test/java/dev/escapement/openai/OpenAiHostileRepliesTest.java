package dev.escapement.openai;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.escapement.fake.client.ReplyFeed;
import dev.escapement.model.ModelReply;
import dev.escapement.http.client.ProviderJson;
import dev.escapement.http.client.MalformedReplyException;
import dev.escapement.http.client.ProviderErrorException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Whatever arrives gives a reply, or one of the two exceptions that say what is wrong with it. */
class OpenAiHostileRepliesTest {

    private static final String CHAT =
            "{\"id\":\"r\",\"model\":\"m\",\"choices\":[{\"index\":0,\"finish_reason\":\"stop\","
                    + "\"message\":{\"content\":[{\"type\":\"text\",\"text\":\"a\"}],\"refusal\":null,\"reasoning\":\"t\","
                    + "\"tool_calls\":[{\"index\":0,\"id\":\"c\",\"function\":{\"name\":\"f\",\"arguments\":\"{}\"}}]}}],"
                    + "\"usage\":{\"prompt_tokens\":1,\"completion_tokens\":2,\"prompt_tokens_details\":{\"cached_tokens\":1}}}";

    private static final String RESPONSE = "{\"id\":\"r\",\"model\":\"m\",\"status\":\"completed\",\"error\":null,"
            + "\"incomplete_details\":null,\"output\":[{\"type\":\"reasoning\",\"summary\":[{\"text\":\"t\"}],"
            + "\"content\":[]},{\"type\":\"message\",\"content\":[{\"type\":\"output_text\",\"text\":\"a\"}]},"
            + "{\"type\":\"function_call\",\"call_id\":\"c\",\"name\":\"f\",\"arguments\":\"{}\"}],"
            + "\"usage\":{\"input_tokens\":1,\"output_tokens\":2,\"input_tokens_details\":{\"cached_tokens\":1}}}";

    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "-1",
            "1e999",
            "9223372036854775807",
            "\"\"",
            "\"x\"",
            "[]",
            "[[]]",
            "[null]",
            "{}",
            "{\"a\":1}",
            "[1,\"a\",{}]",
            "\"\\ud800\"",
            "{\"message\":\"m\"}");

    private static final int ROUNDS = 5_000;

    private final OpenAiModel chat = OpenAiSamples.model().build();
    private final OpenAiModel responses =
            OpenAiSamples.model().protocol(Protocol.RESPONSES).build();
    private int replies;
    private int refused;

    @Test
    void damagedRepliesAreReadOrRefused() {
        Random random = new Random(5);
        for (int i = 0; i < ROUNDS; i++) {
            String whole = damaged(CHAT, random);
            read(whole, () -> ReplyFeed.body(chat.reader(delta -> {}), whole));
            String chunk = damaged(CHAT.replace("message", "delta"), random);
            String stream = "data: " + chunk + "\n\ndata: " + chunk + "\n\ndata: [DONE]\n\n";
            read(stream, () -> ReplyFeed.stream(chat.reader(delta -> {}), stream));
            String response = damaged(RESPONSE, random);
            read(response, () -> ReplyFeed.body(responses.reader(delta -> {}), response));
            String last = "data: {\"type\":\"response.output_item.added\",\"item\":" + response + "}\n\n"
                    + "data: {\"type\":\"response.completed\",\"response\":" + response + "}\n\n";
            read(last, () -> ReplyFeed.stream(responses.reader(delta -> {}), last));
        }
        assertTrue(replies > ROUNDS / 2 && refused > ROUNDS / 2, replies + " read, " + refused + " refused");
    }

    @Test
    void damagedErrorsAreReadOrAreNone() {
        String error = "{\"error\":{\"code\":\"tool_use_failed\","
                + "\"failed_generation\":\"{\\\"name\\\":\\\"f\\\",\\\"arguments\\\":{}}\"}}";
        Random random = new Random(6);
        for (int i = 0; i < ROUNDS; i++) {
            String body = damaged(error, random);
            read(
                    body,
                    () -> chat.reader(delta -> {})
                            .rejected(400, ProviderJson.parse(body))
                            .map(reply -> reply.build())
                            .orElse(null));
        }
        assertTrue(replies > 0 && refused > 0, replies + " read, " + refused + " refused");
    }

    private void read(String what, Supplier<ModelReply> reading) {
        try {
            reading.get();
            replies++;
        } catch (MalformedReplyException | ProviderErrorException said) {
            refused++;
        } catch (RuntimeException | StackOverflowError other) {
            fail("reading " + what, other);
        }
    }

    /** Damages a text once or twice: a value becomes another one, or a byte does. */
    private static String damaged(String text, Random random) {
        String damaged = text;
        for (int i = random.nextInt(2); i >= 0; i--) {
            damaged = random.nextInt(4) == 0 ? byteChanged(damaged, random) : valueChanged(damaged, random);
        }
        return damaged;
    }

    private static String byteChanged(String text, Random random) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        bytes[random.nextInt(bytes.length)] = (byte) (' ' + random.nextInt(95));
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Puts something else behind a colon or into a list, as far as the next delimiter or the end of what it opens. */
    private static String valueChanged(String text, Random random) {
        int start = random.nextInt(text.length());
        while (start > 0 && ":[".indexOf(text.charAt(start - 1)) < 0) {
            start--;
        }
        int end = start;
        int depth = 0;
        boolean inString = false;
        while (end < text.length()) {
            char c = text.charAt(end);
            if (c == '"' && text.charAt(Math.max(0, end - 1)) != '\\') {
                inString = !inString;
            } else if (!inString && "[{".indexOf(c) >= 0) {
                depth++;
            } else if (!inString && "]}".indexOf(c) >= 0 && --depth < 0) {
                break;
            } else if (!inString && c == ',' && depth == 0) {
                break;
            }
            end++;
        }
        return text.substring(0, start) + VALUES.get(random.nextInt(VALUES.size())) + text.substring(end);
    }
}
