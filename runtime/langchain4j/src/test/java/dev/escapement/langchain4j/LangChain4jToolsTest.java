package dev.escapement.langchain4j;

import static dev.escapement.langchain4j.StubChatModel.calls;
import static dev.escapement.langchain4j.StubChatModel.request;
import static dev.escapement.langchain4j.StubChatModel.says;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.escapement.codegen.JsonWriter;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.exception.ToolExecutionException;
import dev.langchain4j.service.AiServices;
import dev.langchain4j.service.tool.ToolExecutor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tests of generated tools in a program that otherwise uses only LangChain4j. */
class LangChain4jToolsTest {

    private static final String BAD = "{\"orderId\":\"A-1\",\"amountCents\":-5}";
    private static final String GOOD = "{\"orderId\":\"A-1\",\"amountCents\":5990}";

    interface Assistant {
        String chat(String message);
    }

    @Test
    void violationsAreAnsweredAndCorrected() {
        List<ReturnsDesk.IssueRefund> refunds = new ArrayList<>();
        StubChatModel chat = new StubChatModel(
                calls("a", "issue_refund", BAD), calls("b", "issue_refund", GOOD), says(AiMessage.from("Refunded.")));
        Map<ToolSpecification, ToolExecutor> tools = new LangChain4jTools()
                .add(ReturnsDesk_IssueRefundSpec.INSTANCE, call -> {
                    refunds.add(call);
                    return "Receipt R-1";
                })
                .map();
        Assistant assistant =
                AiServices.builder(Assistant.class).chatModel(chat).tools(tools).build();

        assertEquals("Refunded.", assistant.chat("My lamp broke"));
        assertEquals(List.of(new ReturnsDesk.IssueRefund("A-1", 5990)), refunds);
        assertEquals(
                List.of(
                        UserMessage.from("My lamp broke"),
                        AiMessage.from(request("a", "issue_refund", BAD)),
                        answer("a", ReturnsDesk.rejection(BAD), true),
                        AiMessage.from(request("b", "issue_refund", GOOD)),
                        answer("b", "Receipt R-1", false)),
                chat.messages(2));
    }

    @Test
    void generatedSpecificationIsOffered() {
        StubChatModel chat = new StubChatModel(says(AiMessage.from("Hi")));
        Map<ToolSpecification, ToolExecutor> tools = new LangChain4jTools()
                .add(ReturnsDesk_IssueRefundSpec.INSTANCE, call -> "")
                .map();
        AiServices.builder(Assistant.class).chatModel(chat).tools(tools).build().chat("Hi");
        assertEquals(List.copyOf(tools.keySet()), chat.request(0).toolSpecifications());
    }

    @Test
    void typedResultIsJson() {
        ToolExecutor executor = executor(new LangChain4jTools()
                .add(ReturnsDesk_IssueRefundSpec.INSTANCE, call -> "A \"lamp\"", JsonWriter::writeString));
        assertEquals("\"A \\\"lamp\\\"\"", executor.execute(request("a", "issue_refund", GOOD), "memory"));
    }

    @Test
    void missingArgumentsAreRejected() {
        ToolExecutor executor =
                executor(new LangChain4jTools().add(ReturnsDesk_IssueRefundSpec.INSTANCE, call -> "done"));

        assertEquals(ReturnsDesk.rejection(""), executor.execute(request("a", "issue_refund", null), "memory"));
    }

    @Test
    void uncheckedExceptionIsUnchanged() {
        IllegalStateException failure = new IllegalStateException("down");
        ToolExecutor executor = executor(new LangChain4jTools().add(ReturnsDesk_IssueRefundSpec.INSTANCE, call -> {
            throw failure;
        }));
        assertSame(
                failure,
                assertThrows(
                        IllegalStateException.class,
                        () -> executor.execute(request("a", "issue_refund", GOOD), "memory")));
    }

    @Test
    void checkedExceptionIsWrapped() {
        IOException failure = new IOException("down");
        ToolExecutor executor = executor(new LangChain4jTools().add(ReturnsDesk_IssueRefundSpec.INSTANCE, call -> {
            throw failure;
        }));
        ToolExecutionException thrown = assertThrows(
                ToolExecutionException.class, () -> executor.execute(request("a", "issue_refund", GOOD), "memory"));
        assertSame(failure, thrown.getCause());
        assertEquals("down", thrown.getMessage());
    }

    @Test
    void repeatedNameIsRejected() {
        LangChain4jTools tools = new LangChain4jTools().add(ReturnsDesk_IssueRefundSpec.INSTANCE, call -> "");
        assertThrows(IllegalArgumentException.class, () -> tools.add(ReturnsDesk_IssueRefundSpec.INSTANCE, call -> ""));
    }

    private static ToolExecutor executor(LangChain4jTools tools) {
        return tools.map().values().iterator().next();
    }

    private static ToolExecutionResultMessage answer(String id, String text, boolean failed) {
        return ToolExecutionResultMessage.builder()
                .id(id)
                .toolName("issue_refund")
                .text(text)
                .isError(failed)
                .build();
    }
}
