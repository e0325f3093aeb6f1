package dev.escapement.spring.autoconfigure;

import dev.escapement.model.Model;
import dev.escapement.model.PriceTable;
import dev.escapement.spring.AgentModels;
import dev.escapement.spring.model.AnthropicFactory;
import dev.escapement.spring.model.ConfiguredModels;
import dev.escapement.spring.model.GeminiFactory;
import dev.escapement.spring.model.ModelBeans;
import dev.escapement.spring.model.ModelFactory;
import dev.escapement.spring.model.ModelProperties;
import dev.escapement.spring.model.OpenAiFactory;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigureOrder;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** The models of agents, from properties or from beans. Defines {@link AgentModels} if the application does not. */
@AutoConfigureOrder(Ordered.LOWEST_PRECEDENCE)
@AutoConfiguration
@EnableConfigurationProperties(ModelProperties.class)
public class ModelAutoConfiguration {

    /** Creates the configuration. */
    public ModelAutoConfiguration() {}

    /**
     * Defines the models of agents.
     *
     * @param properties the entries and the selections
     * @param factories the factories of the providers
     * @param adapted the types of beans that are adapted to models
     * @param beans all beans
     * @return the models
     */
    @Bean
    @ConditionalOnMissingBean(AgentModels.class)
    public ConfiguredModels escapementModels(
            ModelProperties properties,
            ObjectProvider<ModelFactory> factories,
            ObjectProvider<ModelBeans<?>> adapted,
            ListableBeanFactory beans) {
        List<ModelBeans<?>> types = new ArrayList<>();
        types.add(new ModelBeans<>("beans of the type Model", Model.class, model -> model, beans));
        adapted.orderedStream().forEach(types::add);
        return new ConfiguredModels(properties, factories.orderedStream().toList(), types, beans);
    }

    /** The client of OpenAI and compatible servers. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(name = "dev.escapement.openai.OpenAiModel")
    static class OpenAi {

        @Bean
        OpenAiFactory escapementOpenAiFactory(ObjectProvider<PriceTable> prices) {
            return new OpenAiFactory(prices.getIfUnique());
        }
    }

    /** The client of Anthropic and compatible servers. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(name = "dev.escapement.anthropic.AnthropicModel")
    static class Anthropic {

        @Bean
        AnthropicFactory escapementAnthropicFactory(ObjectProvider<PriceTable> prices) {
            return new AnthropicFactory(prices.getIfUnique());
        }
    }

    /** The client of Google's models. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(name = "dev.escapement.gemini.GeminiModel")
    static class Gemini {

        @Bean
        GeminiFactory escapementGeminiFactory(ObjectProvider<PriceTable> prices) {
            return new GeminiFactory(prices.getIfUnique());
        }
    }
}
