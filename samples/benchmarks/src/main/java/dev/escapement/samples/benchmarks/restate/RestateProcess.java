package dev.escapement.samples.benchmarks.restate;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.escapement.model.Model;
import dev.escapement.restate.RestateService;
import dev.escapement.restate.RestateThreadStore;
import dev.escapement.run.Runner;
import dev.escapement.samples.benchmarks.loop.EscapementLoop;
import dev.escapement.samples.benchmarks.loop.ReservationDesk;
import dev.escapement.samples.benchmarks.loop.ReservationDeskLoop;
import dev.restate.sdk.endpoint.Endpoint;
import dev.restate.sdk.http.vertx.RestateHttpServer;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.io.PrintStream;
import java.net.URI;

/**
 * A program that serves the agent's threads and the reference's objects until its standard input ends. It prints its port,
 * and then a line at the end of each thread or object.
 */
public final class RestateProcess {

    static final String REFERENCE = "Reference";
    static final String PORT = "port ";
    static final String ENDED = "ended";

    private static final PrintStream OUT = new PrintStream(System.out, true, UTF_8);

    private RestateProcess() {}

    /**
     * Runs the program.
     *
     * @param args the address of the ingress, the name of the threads' object, the number of steps of a thread, and the
     *     {@linkplain RemoteModel.Limits#arguments limits} of the model
     * @throws Exception if the server cannot start
     */
    public static void main(String[] args) throws Exception {
        int steps = Integer.parseInt(args[2]);
        Model model = RemoteModel.Limits.parse(args[3], args[4]).apply(EscapementLoop.model(steps));
        Runner runner = runner(URI.create(args[0]), args[1], model);
        Endpoint.Builder endpoint = Endpoint.builder();
        RestateService.of(runner).name(args[1]).definitions().forEach(endpoint::bind);
        endpoint.bind(
                new HandlerReference(REFERENCE + args[1], JournalSizes.of(steps), RestateProcess::end).definition());
        HttpServer server = RestateHttpServer.fromEndpoint(
                Vertx.vertx(),
                endpoint.build(),
                new HttpServerOptions().setHost("127.0.0.1").setPort(0));
        server.listen().toCompletionStage().toCompletableFuture().join();
        OUT.println(PORT + server.actualPort());
        while (System.in.read() >= 0) {
            // Continues until the parent ends.
        }
        Runtime.getRuntime().halt(0);
    }

    /** Returns a runner whose agent calls a tool and then closes the order. */
    static Runner runner(URI ingress, String service, int steps) {
        return runner(ingress, service, EscapementLoop.model(steps));
    }

    private static Runner runner(URI ingress, String service, Model model) {
        return Runner.of(new ReservationDeskLoop(new ReservationDesk()))
                .model(model)
                .store(RestateThreadStore.of(ingress).service(service).build())
                .listener((thread, event) -> {
                    if (thread.hasEnded()) {
                        end();
                    }
                })
                .build();
    }

    private static void end() {
        OUT.println(ENDED);
    }
}
