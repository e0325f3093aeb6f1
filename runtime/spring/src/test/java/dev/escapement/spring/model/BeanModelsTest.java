package dev.escapement.spring.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.escapement.langchain4j.LangChain4jModel;
import dev.escapement.model.Model;
import dev.escapement.model.ModelInfo;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ModelRequest;
import dev.escapement.spring.AgentModels;
import dev.escapement.spring.AgentSetupException;
import dev.escapement.spring.ai.SpringAiModel;
import dev.escapement.spring.autoconfigure.LangChain4jAutoConfiguration;
import dev.escapement.spring.autoconfigure.ModelAutoConfiguration;
import dev.escapement.spring.autoconfigure.SpringAiAutoConfiguration;
import dev.langchain4j.model.chat.ChatModel;
import org.junit.jupiter.api.Test;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Models that are beans or that are made from beans. */
class BeanModelsTest {

    private static final String ENTRY = "escapement.models.entry.provider=fixed";
    private static final String ENTRY_MODEL = "escapement.models.entry.model=m";

    private final ApplicationContextRunner context = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    ModelAutoConfiguration.class, SpringAiAutoConfiguration.class, LangChain4jAutoConfiguration.class))
            .withBean(ModelPropertiesTest.FixedFactory.class)
            .withBean("refundDeskLoop", StubLoop.class, "shop.RefundDesk");

    /** A model that has a name and does not reply. */
    record NamedModel(String name) implements Model {

        @Override
        public ModelReply reply(ModelRequest request) {
            throw new UnsupportedOperationException();
        }

        @Override
        public ModelInfo info() {
            return new ModelInfo("test", name, "", 0);
        }
    }

    private static Model model(AgentModels models) {
        return models.model(new StubLoop("shop.RefundDesk"));
    }

    private static String name(AgentModels models) {
        return model(models).info().model();
    }

    @Test
    void onlyModelBeanIsUsed() {
        context.withBean("local", NamedModel.class, "local")
                .run(started -> assertEquals("local", name(started.getBean(AgentModels.class))));
    }

    @Test
    void entryPrecedesBeans() {
        context.withBean("local", NamedModel.class, "local")
                .withPropertyValues(ENTRY, ENTRY_MODEL)
                .run(started -> assertEquals("fixed m", name(started.getBean(AgentModels.class))));
    }

    @Test
    void agentSelectsABean() {
        context.withBean("local", NamedModel.class, "local")
                .withBean("remote", NamedModel.class, "remote")
                .withPropertyValues(ENTRY, ENTRY_MODEL, "escapement.agents.refund-desk.model=remote")
                .run(started -> assertEquals("remote", name(started.getBean(AgentModels.class))));
    }

    @Test
    void completeNameOfTheAgentSelects() {
        context.withPropertyValues(
                        "escapement.models.default.provider=fixed",
                        "escapement.models.default.model=a",
                        ENTRY,
                        ENTRY_MODEL,
                        "escapement.agents[shop.RefundDesk].model=entry")
                .run(started -> assertEquals("fixed m", name(started.getBean(AgentModels.class))));
    }

    @Test
    void aliasOfTheLoopNamesTheAgent() {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(ModelAutoConfiguration.class))
                .withBean("shop.DeskLoop.ORIGINAL", StubLoop.class, "x")
                .withInitializer(
                        started -> started.getBeanFactory().registerAlias("shop.DeskLoop.ORIGINAL", "returnsLoop"))
                .withBean("local", NamedModel.class, "local")
                .withBean("remote", NamedModel.class, "remote")
                .withPropertyValues("escapement.agents.returns.model=remote")
                .run(started -> assertEquals("remote", name(started.getBean(AgentModels.class))));
    }

    @Test
    void primaryBeanIsUsed() {
        context.withBean("local", NamedModel.class, "local")
                .withBean(
                        "remote",
                        NamedModel.class,
                        () -> new NamedModel("remote"),
                        definition -> definition.setPrimary(true))
                .run(started -> assertEquals("remote", name(started.getBean(AgentModels.class))));
    }

    @Test
    void twoBeansFail() {
        context.withBean("local", NamedModel.class, "local")
                .withBean("remote", NamedModel.class, "remote")
                .run(started -> assertEquals(
                        "The agent shop.RefundDesk has several possible models, and none of them is primary. Found entries of"
                                + " escapement.models: none; beans of the type Model: local, remote; beans of the type"
                                + " ChatModel of Spring AI: none; beans of the type"
                                + " ChatModel of LangChain4j: none. Mark one bean as @Primary, or select one with the property"
                                + " escapement.agents.refundDesk.model.",
                        assertThrows(AgentSetupException.class, () -> model(started.getBean(AgentModels.class)))
                                .getMessage()));
    }

    /** A chat model of LangChain4j that does not reply. */
    static final class SilentChatModel implements ChatModel {}

    @Test
    void chatModelOfLangChain4jIsAdapted() {
        context.withBean("chat", SilentChatModel.class).run(started -> {
            AgentModels models = started.getBean(AgentModels.class);
            assertSame(assertInstanceOf(LangChain4jModel.class, model(models)), model(models));
        });
    }

    @Test
    void chatModelIsSelectedByName() {
        context.withBean("chat", SilentChatModel.class)
                .withPropertyValues(ENTRY, ENTRY_MODEL, "escapement.agents.refundDesk.model=chat")
                .run(started -> assertInstanceOf(LangChain4jModel.class, model(started.getBean(AgentModels.class))));
    }

    /** A chat model of Spring AI that does not reply. */
    static final class SilentSpringModel implements org.springframework.ai.chat.model.ChatModel {

        @Override
        public ChatResponse call(Prompt prompt) {
            throw new UnsupportedOperationException();
        }
    }

    @Test
    void chatModelOfSpringAiIsAdapted() {
        context.withBean("silent", SilentSpringModel.class)
                .run(started -> assertInstanceOf(SpringAiModel.class, model(started.getBean(AgentModels.class))));
    }

    @Test
    void springAiPrecedesLangChain4j() {
        context.withBean("silent", SilentSpringModel.class)
                .withBean("chat", SilentChatModel.class)
                .run(started -> assertInstanceOf(SpringAiModel.class, model(started.getBean(AgentModels.class))));
    }

    @Test
    void startsWithoutSpringAi() {
        context.withClassLoader(new FilteredClassLoader("org.springframework.ai"))
                .withBean("chat", SilentChatModel.class)
                .run(started -> assertInstanceOf(LangChain4jModel.class, model(started.getBean(AgentModels.class))));
    }

    @Test
    void startsWithoutLangChain4j() {
        context.withClassLoader(new FilteredClassLoader("dev.langchain4j"))
                .withBean("local", NamedModel.class, "local")
                .run(started -> assertEquals("local", name(started.getBean(AgentModels.class))));
    }

    @Test
    void ownAgentModelsReplaceTheStarters() {
        AgentModels own = loop -> new NamedModel("own");
        context.withBean(AgentModels.class, () -> own)
                .run(started -> assertSame(own, started.getBean(AgentModels.class)));
    }
}
