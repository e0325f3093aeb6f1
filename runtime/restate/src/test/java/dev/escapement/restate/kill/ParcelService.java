package dev.escapement.restate.kill;

import dev.escapement.Effect;
import dev.escapement.StepContext;
import dev.escapement.engine.Command;
import dev.escapement.engine.Outcome;
import dev.escapement.restate.RestateService;
import dev.escapement.restate.server.ServiceProcess;
import dev.escapement.run.Interceptor;
import dev.escapement.run.Runner;
import dev.escapement.run.ThreadListener;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import dev.restate.sdk.endpoint.Endpoint;
import dev.restate.sdk.http.vertx.RestateHttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The program of a process that executes the threads of {@link ParcelDesk}, and that can end at a {@link KillPoints} point. */
final class ParcelService {

    private static final String READY = "READY ";

    private final KillPoints points = new KillPoints();
    private final EffectFile effects;
    private final int stepMillis;

    private ParcelService(EffectFile effects, int stepMillis) {
        this.effects = effects;
        this.stepMillis = stepMillis;
    }

    /**
     * Starts a process.
     *
     * @param stepMillis the longest time of a step before its effect, and after it
     * @param properties the properties of {@link KillPoints}
     */
    static ServiceProcess start(EffectFile effects, int port, int stepMillis, Map<String, String> properties)
            throws IOException, InterruptedException {
        List<String> arguments = List.of(effects.file().toString(), String.valueOf(port), String.valueOf(stepMillis));
        return ServiceProcess.start(ParcelService.class, properties, arguments, READY);
    }

    /**
     * Runs the program.
     *
     * @param args the file of the effects, the port, and the longest time of a half of a step in milliseconds
     */
    public static void main(String[] args) throws Exception {
        ParcelService service = new ParcelService(new EffectFile(Path.of(args[0])), Integer.parseInt(args[2]));
        int port = Integer.parseInt(args[1]);
        Endpoint.Builder endpoint = Endpoint.builder();
        KillableObject killable = new KillableObject(service.points);
        RestateService.of(service.runner()).definitions().forEach(object -> endpoint.bind(killable.killable(object)));
        HttpServerOptions options = new HttpServerOptions().setHost("127.0.0.1").setPort(port);
        RestateHttpServer.fromEndpoint(endpoint.build(), options)
                .listen()
                .toCompletionStage()
                .toCompletableFuture()
                .get(1, TimeUnit.MINUTES);
        System.out.println(READY + port);
        Thread.currentThread().join();
    }

    private Runner runner() {
        return Runner.of(
                        new ParcelDeskLoop(new ParcelDesk(this::perform)),
                        new ParcelInspectorLoop(new ParcelInspector(this::perform)))
                .model(new ParcelModel())
                .interceptor(new Interceptor() {
                    @Override
                    public Outcome step(AgentThread thread, Command.RunStep step, Invocation next) throws Exception {
                        Outcome outcome = next.run();
                        points.pass(thread.id(), "return of the " + step.effect() + " step");
                        return outcome;
                    }
                })
                .listener(this::heard)
                .build();
    }

    private String perform(StepContext context, Effect effect) {
        points.pass(context.threadId(), "begin of the " + effect + " step");
        pause();
        effects.append(context.idempotencyKey(), effect);
        points.pass(context.threadId(), "effect of the " + effect + " step");
        pause();
        return EffectFile.result(context.idempotencyKey());
    }

    private void pause() {
        if (stepMillis > 0) {
            LockSupport.parkNanos(
                    TimeUnit.MILLISECONDS.toNanos(ThreadLocalRandom.current().nextInt(stepMillis)));
        }
    }

    /** A {@link ThreadListener}: the event is stored, and the next action has not begun. */
    private void heard(AgentThread thread, Event event) {
        points.pass(thread.id(), "stored " + event.kind());
    }
}
