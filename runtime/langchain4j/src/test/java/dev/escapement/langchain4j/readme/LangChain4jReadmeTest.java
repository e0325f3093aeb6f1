package dev.escapement.langchain4j.readme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.engine.AgentLoop;
import dev.escapement.langchain4j.LangChain4jModel;
import dev.escapement.langchain4j.LangChain4jTools;
import dev.escapement.run.Runner;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.service.AiServices;
import dev.langchain4j.service.tool.ToolExecutor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The examples of the README's section about LangChain4j stand in this class, word by word. */
class LangChain4jReadmeTest {

    private static final Pattern SECTION = Pattern.compile("\n## With LangChain4j\n(.*?)\n## ", Pattern.DOTALL);
    private static final Pattern JAVA_BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

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
    void theExamplesCompile() throws IOException {
        Matcher section = SECTION.matcher(Files.readString(Path.of("../../README.md"), StandardCharsets.UTF_8));
        assertTrue(section.find(), "the section");
        List<String> blocks = JAVA_BLOCK
                .matcher(section.group(1))
                .results()
                .map(block -> withoutSpace(block.group(1)))
                .toList();
        String here = withoutSpace(Files.readString(
                Path.of("src/test/java/dev/escapement/langchain4j/readme/ReadmeTest.java"), StandardCharsets.UTF_8));
        assertEquals(2, blocks.size());
        blocks.forEach(block -> assertTrue(here.contains(block), block));
    }

    @Test
    void theAssistantCanBeBuilt() {
        assertNotNull(anAssistantWithGeneratedTools(new ChatModel() {}));
    }

    private static String withoutSpace(String text) {
        return text.replaceAll("\\s", "");
    }
}
