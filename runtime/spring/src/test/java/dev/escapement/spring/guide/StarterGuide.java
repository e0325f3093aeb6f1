package dev.escapement.spring.guide;

import dev.escapement.langchain4j.LangChain4jModel;
import dev.escapement.model.Model;
import dev.escapement.model.ModelReply;
import dev.escapement.model.PriceTable;
import dev.escapement.model.ScriptedModel;
import dev.escapement.run.Runner;
import dev.escapement.run.ThreadStore;
import dev.escapement.run.Worker;
import dev.escapement.spring.IdentityLabels;
import dev.escapement.spring.RunnerCustomizer;
import dev.escapement.spring.ai.SpringAiModel;
import dev.escapement.spring.ai.SpringAiTools;
import dev.escapement.spring.guide.StarterGuide.OrderBook;
import dev.escapement.spring.guide.StarterGuide.RefundRows;
import dev.escapement.spring.model.ModelFactory;
import dev.escapement.spring.model.ModelSettings;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Start;
import dev.langchain4j.model.chat.StreamingChatModel;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executor;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.tool.ToolCallbackProvider;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The members in the blocks of the module's guide, which SnippetsTest of the sample retail compares with this file. */
final class StarterGuide {

    private final OrderBook orders;
    private final PriceTable prices;
    private final ThreadStore store;

    StarterGuide(OrderBook orders, PriceTable prices, ThreadStore store) {
        this.orders = orders;
        this.prices = prices;
        this.store = store;
    }

    @Bean
    RunnerCustomizer settings(Executor pool) {
        return builder -> builder.stepTimeout(Duration.ofMinutes(2)).executor(pool);
    }

    @Bean
    Model model(ChatModel chatModel) {
        return SpringAiModel.of(chatModel).withPrices(prices, "gpt-5-mini");
    }

    ToolCallbackProvider tools() {
        ToolCallbackProvider tools = new SpringAiTools()
                .add(LookUpOrderSpec.INSTANCE, call -> orders.find(call.orderId()), FoundOrderCodec.INSTANCE)
                .add(IssueRefundSpec.INSTANCE, call -> orders.refund(call.orderId(), call.amount()));
        return tools;
    }

    @Bean
    Model model(StreamingChatModel chatModel) {
        return LangChain4jModel.streaming(chatModel);
    }

    @GetMapping("/cases/{id}")
    AgentThread thread(@PathVariable String id) {
        return store.load(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @Bean(destroyMethod = "") // Spring would close the model, which then verifies that all replies were requested
    ScriptedModel scriptedModel() {
        return ScriptedModel.of(ModelReply.call("c1", "look_up_order", "{\"orderId\":\"A-1\"}"));
    }

    @Bean
    SecurityFilterChain chain(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.requestMatchers("/escapement/webhooks/**")
                        .permitAll() // signatures are verified
                        .anyRequest()
                        .authenticated())
                .formLogin(Customizer.withDefaults())
                .build();
    }

    @Bean
    IdentityLabels tenants(Tenants tenants) {
        return user -> Map.of("tenant", tenants.of(user.getName()));
    }

    record RefundRow(String orderId, long amount) {}

    interface RefundRows {
        void save(RefundRow row) throws RefundRefused;
    }

    interface OrderBook {
        FoundOrder find(String orderId);

        String refund(String orderId, long amount);
    }

    interface Tenants {
        String of(String user);
    }

    static final class RefundRefused extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /** A model of another provider. */
    static Model bedrock(String model) {
        return ScriptedModel.of();
    }
}

@Component
class BedrockFactory implements ModelFactory {
    public String provider() {
        return "bedrock"; // escapement.models.default.provider=bedrock
    }

    public Model create(ModelSettings settings) {
        return StarterGuide.bedrock(settings.model());
    }
}

@Configuration
class RefundConfiguration {

    @Bean
    RefundDesk refundDesk(OrderBook orders, RefundRows refunds) { // the class RefundDesk has the annotation @Agent
        return new RefundDesk(orders, refunds);
    }
}

@Service
class RefundMails {

    private final Runner runner;
    private final ObjectProvider<Worker> worker; // empty with escapement.worker.enabled=false

    RefundMails(Runner runner, ObjectProvider<Worker> worker) {
        this.runner = runner;
        this.worker = worker;
    }

    void received(String mailId, String text) {
        runner.enqueue(mailId, Start.of(text)); // stored; the worker executes the thread
        worker.ifAvailable(Worker::wake);
    }
}
