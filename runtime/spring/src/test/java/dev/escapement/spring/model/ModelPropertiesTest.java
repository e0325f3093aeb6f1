package dev.escapement.spring.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.model.Message;
import dev.escapement.model.Model;
import dev.escapement.model.ModelInfo;
import dev.escapement.model.ModelRequest;
import dev.escapement.spring.AgentModels;
import dev.escapement.spring.autoconfigure.ModelAutoConfiguration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Models that properties describe. */
class ModelPropertiesTest {

    private static final String KEY = "sk-test-0123456789abcdef";

    private final ApplicationContextRunner context = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ModelAutoConfiguration.class))
            .withBean("refundDeskLoop", StubLoop.class, "shop.RefundDesk");

    private static Model model(AgentModels models) {
        return models.model(new StubLoop("shop.RefundDesk"));
    }

    @Test
    void clientSendsWhatPropertiesSet() throws Exception {
        try (ReplyServer server = new ReplyServer()) {
            context.withPropertyValues(
                            "escapement.models.default.provider=openai",
                            "escapement.models.default.model=gpt-test",
                            "escapement.models.default.api-key=" + KEY,
                            "escapement.models.default.base-url=" + server.baseUrl(),
                            "escapement.models.default.max-output-tokens=77",
                            "escapement.models.default.reply-timeout=20s",
                            "escapement.models.default.headers.X-Team=shop",
                            "escapement.models.default.properties.temperature=0.25")
                    .run(started -> {
                        Model model = model(started.getBean(AgentModels.class));
                        assertEquals(
                                "Hello.",
                                model.reply(new ModelRequest("", List.of(new Message.User("Hi")), List.of()))
                                        .text());
                    });
            String request = server.requests().get(0);
            assertTrue(
                    request.startsWith("/v1/chat/completions\nBearer " + KEY + "\nshop\n")
                            && request.contains("\"gpt-test\"")
                            && request.contains("\"temperature\":0.25")
                            && request.contains("77"),
                    request);
        }
    }

    @Test
    void protocolIsSelectedByName() throws Exception {
        try (ReplyServer server = new ReplyServer()) {
            context.withPropertyValues(
                            "escapement.models.openai.model=gpt-test",
                            "escapement.models.openai.base-url=" + server.baseUrl(),
                            "escapement.models.openai.protocol=responses",
                            "escapement.models.openai.retries=0")
                    .run(started -> {
                        Model model = model(started.getBean(AgentModels.class));
                        try {
                            model.reply(new ModelRequest("", List.of(new Message.User("Hi")), List.of()));
                        } catch (RuntimeException otherProtocol) {
                            assertTrue(server.requests().get(0).startsWith("/v1/responses\n"));
                            return;
                        }
                        throw new AssertionError("The server answers with the other protocol.");
                    });
        }
    }

    @Test
    void eachProviderHasItsClient() {
        context.withPropertyValues(
                        "escapement.models.a.provider=Anthropic",
                        "escapement.models.a.model=m",
                        "escapement.models.a.api-key=" + KEY,
                        "escapement.models.g.provider=gemini",
                        "escapement.models.g.model=m",
                        "escapement.models.g.api-key=" + KEY,
                        "escapement.agents.refund-desk.model=a",
                        "escapement.agents.buyer.model=g")
                .withBean("buyerLoop", OtherLoop.class)
                .run(started -> {
                    AgentModels models = started.getBean(AgentModels.class);
                    assertEquals(
                            List.of("anthropic", "gcp.gemini"),
                            List.of(
                                    model(models).info().provider(),
                                    models.model(new OtherLoop()).info().provider()));
                });
    }

    /** A second agent, whose bean has another name than its class. */
    static final class OtherLoop extends StubLoop {
        OtherLoop() {
            super("shop.Purchases");
        }
    }

    @Test
    void modelIsCreatedOnce() {
        context.withPropertyValues("escapement.models.x.provider=fixed", "escapement.models.x.model=m")
                .withBean(FixedFactory.class)
                .run(started -> {
                    AgentModels models = started.getBean(AgentModels.class);
                    assertEquals(model(models), model(models));
                });
    }

    /** A provider of the application. */
    static final class FixedFactory implements ModelFactory {

        @Override
        public String provider() {
            return "fixed";
        }

        @Override
        public Model create(ModelSettings settings) {
            return new BeanModelsTest.NamedModel("fixed " + settings.model());
        }
    }

    @Test
    void onlyEntryIsTheDefault() {
        context.withPropertyValues("escapement.models.x.provider=fixed", "escapement.models.x.model=m")
                .withBean(FixedFactory.class)
                .run(started -> assertEquals(
                        new ModelInfo("test", "fixed m", "", 0),
                        model(started.getBean(AgentModels.class)).info()));
    }

    @Test
    void startsWithoutAnyClient() {
        context.withClassLoader(new FilteredClassLoader(
                        "dev.escapement.openai",
                        "dev.escapement.anthropic",
                        "dev.escapement.gemini",
                        "dev.escapement.http"))
                .withPropertyValues("escapement.models.x.provider=fixed", "escapement.models.x.model=m")
                .withBean(FixedFactory.class)
                .run(started -> assertEquals(
                        "fixed m",
                        model(started.getBean(AgentModels.class)).info().model()));
    }

    @Test
    void settingsDoNotShowSecrets() {
        context.withPropertyValues(
                        "escapement.models.default.provider=openai",
                        "escapement.models.default.model=m",
                        "escapement.models.default.api-key=" + KEY,
                        "escapement.models.default.base-url=https://host/?key=" + KEY,
                        "escapement.models.default.headers.X-Key=" + KEY)
                .run(started -> {
                    AgentModels models = started.getBean(AgentModels.class);
                    String shown = started.getBean(ModelProperties.class) + " " + model(models) + " " + models;
                    assertFalse(shown.contains(KEY), shown);
                });
    }
}
