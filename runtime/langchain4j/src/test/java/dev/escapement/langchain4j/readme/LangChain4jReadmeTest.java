package dev.escapement.langchain4j.readme;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.escapement.engine.AgentLoop;
import dev.escapement.langchain4j.LangChain4jModel;
import dev.escapement.langchain4j.LangChain4jTools;
import dev.escapement.run.Runner;
import dev.escapement.testing.ReadmeExamples;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.service.AiServices;
import dev.langchain4j.service.tool.ToolExecutor;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The examples of the README's section about LangChain4j, word by word. */
class LangChain4jReadmeTest {

    interface Assistant {
        String chat(String message);
    }

    static Runner anAgentWithAChatModel(AgentLoop loop, ChatModel chatModel) {
        Runner runner = Runner.of(loop).model(LangChain4jModel.of(chatModel)).build();
        return runner;
    }

    static Assistant anAssistantWithGeneratedTools(ChatModel chatModel) {
        Map<ToolSpecification, ToolExecutor> tools = new LangChain4jTools()
                .add(IssueRefundSpec.INSTANCE, call -> "Refunded " + call.amountCents() + " cents.")
                .map();
        Assistant assistant = AiServices.builder(Assistant.class)
                .chatModel(chatModel)
                .tools(tools)
                .build();
        return assistant;
    }

    @Test
    void examplesCompile() throws IOException {
        ReadmeExamples.assertContained("With LangChain4j", 2, LangChain4jReadmeTest.class);
    }

    @Test
    void assistantIsBuilt() {
        assertNotNull(anAssistantWithGeneratedTools(new ChatModel() {}));
    }
}
