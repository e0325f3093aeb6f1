package dev.escapement.spring.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.model.Message;
import dev.escapement.model.Model;
import dev.escapement.model.ModelInfo;
import dev.escapement.model.ModelRequest;
import dev.escapement.model.PriceTable;
import dev.escapement.model.Prices;
import dev.escapement.spring.AgentModels;
import dev.escapement.spring.autoconfigure.ModelAutoConfiguration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
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

    /** Returns the message of the exception that the model of the agent results in. */
    private static String failure(ApplicationContextRunner runner) {
        String[] message = new String[1];
        runner.run(started -> {
            try {
                message[0] = "no failure: "
                        + model(started.getBean(AgentModels.class)).info();
            } catch (ModelConfigurationException e) {
                message[0] = e.getMessage();
            } catch (IllegalStateException e) { // the context did not start
                message[0] = started.getStartupFailure().getMessage();
            }
        });
        return message[0];
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
    void severalLoopsOfOneClassKeepTheirNames() {
        assertTrue(failure(context.withPropertyValues(
                        "escapement.models.a.provider=openai",
                        "escapement.models.a.model=m",
                        "escapement.models.b.provider=openai",
                        "escapement.models.b.model=m",
                        "escapement.agents.refundDesk.model=b"))
                .contains("escapement.models.b.api-key"));
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
    void missingKeyIsNamed() {
        assertEquals(
                "The property escapement.models.default.api-key is missing. Set it, or escapement.models.default.base-url"
                        + " for a server without a key.",
                failure(context.withPropertyValues(
                        "escapement.models.default.provider=openai", "escapement.models.default.model=m")));
    }

    @Test
    void missingModelIsNamed() {
        assertTrue(failure(context.withPropertyValues("escapement.models.default.provider=openai"))
                .startsWith("The property escapement.models.default.model is missing."));
    }

    @Test
    void missingProviderListsProviders() {
        assertEquals(
                "The property escapement.models.default.provider is missing. Set it to one of the providers: anthropic,"
                        + " gemini, openai.",
                failure(context.withPropertyValues("escapement.models.default.model=m")));
    }

    @Test
    void unresolvedPlaceholderIsNotSent() {
        assertTrue(failure(context.withPropertyValues(
                        "escapement.models.default.provider=openai",
                        "escapement.models.default.model=m",
                        "escapement.models.default.api-key=${ESCAPEMENT_TEST_KEY}"))
                .startsWith("The property escapement.models.default.api-key refers to ESCAPEMENT_TEST_KEY, which is not"
                        + " set."));
    }

    @Test
    void similarProviderIsSuggested() {
        assertEquals(
                "The provider anthropik of escapement.models.default.provider is unknown. Did you mean anthropic?",
                failure(context.withPropertyValues(
                        "escapement.models.default.provider=anthropik", "escapement.models.default.model=m")));
    }

    @Test
    void absentClientNamesItsArtifact() {
        assertEquals(
                "The client for escapement.models.default with the provider gemini is not on the class path. Add the"
                        + " dependency dev.escapement:escapement-gemini.",
                failure(context.withClassLoader(new FilteredClassLoader("dev.escapement.gemini"))
                        .withPropertyValues(
                                "escapement.models.default.provider=gemini", "escapement.models.default.model=m")));
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
    void invalidSettingNamesTheEntry() {
        String message = failure(context.withPropertyValues(
                "escapement.models.default.provider=openai",
                "escapement.models.default.model=m",
                "escapement.models.default.api-key=" + KEY,
                "escapement.models.default.retries=-1"));
        assertTrue(
                message.startsWith("The settings of the model default are not valid: ")
                        && message.endsWith("Correct the properties that begin with escapement.models.default."),
                message);
    }

    @Test
    void invalidKeyIsNotQuoted() {
        String message = failure(context.withPropertyValues(
                "escapement.models.default.provider=openai",
                "escapement.models.default.model=m",
                "escapement.models.default.api-key=sk test secret"));
        assertFalse(message.contains("secret"), message);
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

    @Test
    void pricesOfTheApplicationApply() throws Exception {
        try (ReplyServer server = new ReplyServer()) {
            context.withBean(PriceTable.class, () -> PriceTable.EMPTY.with("other", Prices.perMillion("1", "2")))
                    .withPropertyValues(
                            "escapement.models.default.provider=openai",
                            "escapement.models.default.model=m",
                            "escapement.models.default.base-url=" + server.baseUrl())
                    .run(started -> assertTrue(failure(started.getBean(AgentModels.class))
                            .startsWith("The settings of the model default are not valid: ")));
        }
    }

    private static String failure(AgentModels models) {
        try {
            return "no failure: " + model(models);
        } catch (ModelConfigurationException e) {
            return e.getMessage();
        }
    }

    @Test
    void unknownSelectionSuggestsAnEntry() {
        assertEquals(
                "The property escapement.agents.refund-desk.model selects chaep, which is neither an entry of"
                        + " escapement.models nor a bean with a model. Found entries of escapement.models: cheap, good; beans"
                        + " of the type Model: none. Did you mean cheap?",
                failure(context.withPropertyValues(
                        "escapement.models.cheap.model=m",
                        "escapement.models.good.model=m",
                        "escapement.agents.refund-desk.model=chaep")));
    }

    @Test
    void settingsOfAnUnknownAgentFail() {
        assertEquals(
                "The property escapement.agents.refund-dsk does not belong to an agent. Did you mean refundDesk?",
                failure(context.withPropertyValues("escapement.agents.refund-dsk.model=x")));
    }

    @Test
    void severalEntriesNeedADefault() {
        assertEquals(
                "The agent shop.RefundDesk has several possible models. Found entries of escapement.models: cheap, good;"
                        + " beans of the type Model: none. Rename one entry to default, or select one with the property"
                        + " escapement.agents.refundDesk.model.",
                failure(context.withPropertyValues(
                        "escapement.models.cheap.model=m", "escapement.models.good.model=m")));
    }

    @Test
    void nothingConfiguredNamesTheProperties() {
        assertEquals(
                "The agent shop.RefundDesk does not have a model. Found entries of escapement.models: none; beans of the"
                        + " type Model: none. Set escapement.models.default.provider, .model and .api-key, or define a bean"
                        + " of the type dev.escapement.model.Model.",
                failure(context));
    }

    @Test
    void failureIsAnalyzed() {
        FailureAnalysis analysis =
                new ModelFailureAnalyzer().analyze(new ModelConfigurationException("It is missing.", "Set it."));
        assertEquals("It is missing. / Set it.", analysis.getDescription() + " / " + analysis.getAction());
    }
}
