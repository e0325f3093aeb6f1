package dev.escapement.openai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.escapement.fake.client.DeltaCollector;
import dev.escapement.fake.client.ReplyFeed;
import dev.escapement.http.client.ReplyReader;
import dev.escapement.model.ModelReply;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that the time for reading a reply is proportional to the number of its calls. */
class ManyCallsTest extends ChatReaderFixture {

    private static final int COUNT = 8000;
    private static final Duration LIMIT = Duration.ofSeconds(15);

    @ParameterizedTest
    @ValueSource(strings = {"'index':%1$d,'id':'c%1$d',", "'index':0,", "'index':0,'id':'c',", "'id':'c',", ""})
    void callsOfAChatStream(String identity) {
        StringBuilder stream = new StringBuilder();
        for (int i = 0; i < COUNT; i++) {
            stream.append("data: {'choices':[{'index':0,'delta':{'tool_calls':[{")
                    .append(identity.formatted(i))
                    .append("'function':{'name':'get_weather','arguments':'{\\'city\\':%d}'}}]}}]}%n%n".formatted(i));
        }
        stream.append("data: {'choices':[{'finish_reason':'tool_calls'}]}\n\ndata: [DONE]\n\n");

        assertEquals(COUNT, read(reader(), stream).calls().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"'id':'f%1$d','call_id':'c%1$d',", "'call_id':'c',", ""})
    void callsOfAResponsesStream(String identity) {
        StringBuilder stream = new StringBuilder();
        StringBuilder output = new StringBuilder();
        for (int i = 0; i < COUNT; i++) {
            String item = "{'type':'function_call'," + identity.formatted(i)
                    + "'name':'get_weather','arguments':'{\\'city\\':%d}'}".formatted(i);
            stream.append(
                    "data: {'type':'response.output_item.done','output_index':%d,'item':%s}%n%n".formatted(i, item));
            output.append(i == 0 ? "" : ",").append(item);
        }

        assertEquals(
                COUNT,
                read(responses(), stream.append(completed(output))).calls().size());
    }

    @Test
    void messagesThatTheLastEventChanges() {
        StringBuilder stream = new StringBuilder();
        StringBuilder output = new StringBuilder();
        for (int i = 0; i < COUNT; i++) {
            String item = "{'type':'message','content':'%s" + i + ".'}";
            stream.append("data: {'type':'response.output_item.done','output_index':%d,'item':%s}%n%n"
                    .formatted(i, item.formatted("a")));
            output.append(i == 0 ? "" : ",").append(item.formatted("b"));
        }

        ModelReply reply = read(responses(), stream.append(completed(output)));
        assertEquals("b0.b1.", reply.text().substring(0, 6));
    }

    private static ResponsesReader responses() {
        return new ResponsesReader(
                OpenAiSamples.context(), new ReasoningState(OpenAiSamples.ASKED), new DeltaCollector());
    }

    private static String completed(StringBuilder output) {
        return "data: {'type':'response.completed','response':{'id':'r','status':'completed','output':[" + output
                + "]}}\n\n";
    }

    private static ModelReply read(ReplyReader reader, StringBuilder stream) {
        String text = stream.toString().replace("\\'", "\\\"").replace('\'', '"');
        return assertTimeoutPreemptively(LIMIT, () -> ReplyFeed.stream(reader, text));
    }
}
