package dev.escapement.spring.autoconfigure;

import dev.escapement.spring.ai.SpringAiModel;
import dev.escapement.spring.ai.SpringAiProperties;
import dev.escapement.spring.model.ModelBeans;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigureOrder;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** The chat models of Spring AI as models of agents, if the application has them. */
@AutoConfigureOrder(Ordered.LOWEST_PRECEDENCE)
@AutoConfiguration
@EnableConfigurationProperties(SpringAiProperties.class)
@ConditionalOnClass(name = "org.springframework.ai.chat.model.ChatModel")
public class SpringAiAutoConfiguration {

    /** Creates the configuration. */
    public SpringAiAutoConfiguration() {}

    /**
     * Defines the view of the chat models.
     *
     * @param beans all beans
     * @param settings the settings of the adapter
     * @return the view
     */
    @Bean
    @Order(1)
    public ModelBeans<ChatModel> escapementSpringAiModels(ListableBeanFactory beans, SpringAiProperties settings) {
        return new ModelBeans<>(
                "beans of the type ChatModel of Spring AI",
                ChatModel.class,
                chat -> settings.streaming() ? SpringAiModel.of(chat).withStreaming() : SpringAiModel.of(chat),
                beans);
    }
}
