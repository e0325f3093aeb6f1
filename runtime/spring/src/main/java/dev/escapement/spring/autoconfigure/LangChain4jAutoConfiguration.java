package dev.escapement.spring.autoconfigure;

import dev.escapement.langchain4j.LangChain4jModel;
import dev.escapement.spring.model.ModelBeans;
import dev.langchain4j.model.chat.ChatModel;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigureOrder;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** The chat models of LangChain4j as models of agents, if the application has them and {@code escapement-langchain4j}. */
@AutoConfigureOrder(Ordered.LOWEST_PRECEDENCE)
@AutoConfiguration
@ConditionalOnClass(name = {"dev.langchain4j.model.chat.ChatModel", "dev.escapement.langchain4j.LangChain4jModel"})
public class LangChain4jAutoConfiguration {

    /** Creates the configuration. */
    public LangChain4jAutoConfiguration() {}

    /**
     * Defines the view of the chat models.
     *
     * @param beans all beans
     * @return the view
     */
    @Bean
    @Order(2)
    public ModelBeans<ChatModel> escapementLangChain4jModels(ListableBeanFactory beans) {
        return new ModelBeans<>(
                "beans of the type ChatModel of LangChain4j", ChatModel.class, LangChain4jModel::of, beans);
    }
}
