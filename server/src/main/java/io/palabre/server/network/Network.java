// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.network;

import io.palabre.server.accounts.Accounts;
import io.palabre.server.accounts.OperatorToken;
import io.palabre.server.accounts.Probes;
import io.palabre.server.config.Config;
import io.palabre.server.config.Patience;
import io.palabre.server.delivery.Seating;
import io.palabre.server.edge.Arrivals;
import io.palabre.server.edge.Event;
import io.palabre.server.edge.Route;
import io.palabre.server.refusal.Problem;
import io.palabre.server.wire.Json;
import io.palabre.socketio.Cors;
import io.palabre.socketio.Heartbeat;
import io.palabre.socketio.RequestGate;
import io.palabre.socketio.SocketIo;
import io.palabre.socketio.SocketIoOptions;
import io.palabre.socketio.Timeouts;
import io.palabre.socketio.Web;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.transport.Transport;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.CorsHandler;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one port: taken first, because others speak through its [#rooms] and nothing else need be
/// begun without it; opened last.
public final class Network implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Network.class);
    private static final int LARGEST_HEADERS = 16 * 1024;
    private static final int LONGEST_ADDRESS = 8 * 1024;
    private static final int UNREAD_SECONDS = 90;
    private static final long GOODBYE_SECONDS = 5;
    private static final Duration PING_EVERY = Duration.ofSeconds(10);
    private static final Heartbeat BATTERY =
            new Heartbeat(Duration.ofSeconds(25), Duration.ofSeconds(20));
    private static final Duration PONG_WITHIN = Duration.ofSeconds(8);

    private final Config config;
    private final Json json;
    private final Vertx vertx = Vertx.builder().withTransport(transport()).build();
    private final SocketIo io;
    private final SocketRooms rooms;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Origins origins;
    private final Credentials credentials;
    private final Headers headers;
    private final Turnstile turnstile;
    private final Replies replies;
    private volatile Handler<HttpServerRequest> serving = this::notYet;

    public Network(Config config, Json json) {
        this.config = config;
        this.json = json;
        io = SocketIo.create(vertx, socketIoOptions(config));
        rooms = new SocketRooms(io.of("/"));
        server = vertx.createHttpServer(httpOptions()).connectionHandler(io.connections());
        origins = new Origins(config);
        credentials = new Credentials(config.secure());
        headers = new Headers(config);
        turnstile = new Turnstile(config.bounds(), System::nanoTime);
        replies = new Replies(json, credentials);
    }

    /// The sockets that will come.
    public SocketRooms rooms() {
        return rooms;
    }

    /// Who receives those that come: tells who they are, seats sockets, and counts them.
    public record Reception(
            Accounts accounts,
            Seating seating,
            Arrivals arrivals,
            OperatorToken operator,
            Probes probes) {}

    /// Takes the port; who comes before [#open] is told to come again.
    ///
    /// @return the port
    /// @throws IOException when it cannot be had
    public int bind() throws IOException {
        server.requestHandler(
                request -> {
                    headers.onAll(request.response().headers());
                    serving.handle(request);
                });
        return listen();
    }

    private void notYet(HttpServerRequest request) {
        request.response().setStatusCode(503).putHeader("Retry-After", "1").end();
    }

    /// Starts to serve.
    public void open(List<Route> routes, List<Event> events, Reception reception) {
        var accounts = reception.accounts();
        io.allowRequest(this::mayConnect);
        io.onFault((where, fault) -> LOG.error("fault in {}", where, fault));
        var doors =
                new SocketEdge.Doors(
                        accounts,
                        credentials,
                        origins,
                        reception.seating(),
                        rooms,
                        reception.arrivals(),
                        reception.probes(),
                        turnstile);
        new SocketEdge(vertx, json, doors, events).openOn(io.of("/"));
        var gate =
                new RestEdge.Gate(
                        accounts,
                        credentials,
                        origins,
                        config.trustedProxies(),
                        turnstile,
                        reception.operator(),
                        config.patience());
        var router = router(routes, new RestEdge(vertx, gate, json, replies, threads));
        serving = io.handler(router);
    }

    /// Says goodbye to sockets, finishes what is being answered, and closes the port.
    @Override
    public void close() {
        await(io.close(), "closing sockets");
        await(server.shutdown(GOODBYE_SECONDS, TimeUnit.SECONDS), "closing the port");
        threads.close();
        await(vertx.close(), "stopping the network");
    }

    private int listen() throws IOException {
        try {
            return server.listen(config.port(), config.host())
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join()
                    .actualPort();
        } catch (CompletionException e) {
            var cause = e.getCause();
            throw new IOException(cause == null ? e.getMessage() : cause.getMessage(), cause);
        }
    }

    private Router router(List<Route> routes, RestEdge rest) {
        var router = Router.router(vertx);
        var cors = cors();
        router.route("/api/*").handler(context -> forNamed(context, cors));
        new Reference(headers).addTo(router);
        rest.addTo(router, routes);
        router.route().handler(this::webOnlyReads).handler(new WebApp(headers, config.demo()));
        router.errorHandler(400, context -> replies.refuse(context, Problem.BAD_ADDRESS, null));
        router.errorHandler(
                500,
                context -> {
                    var failure = context.failure();
                    if (failure != null) replies.thrown(context, failure);
                });
        return router;
    }

    private void webOnlyReads(RoutingContext context) {
        var method = context.request().method();
        if (method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD)) {
            context.next();
            return;
        }
        context.response().putHeader("Allow", "GET, HEAD");
        replies.refuse(context, Problem.METHOD_NOT_ALLOWED, null);
    }

    /// Only a named site hears that it may read an answer: for the app's own pages and for those of
    /// strangers there is nothing to say.
    private void forNamed(RoutingContext context, CorsHandler cors) {
        var origin = context.request().getHeader(HttpHeaders.ORIGIN);
        if (origin != null && origins.others().contains(origin)) cors.handle(context);
        else context.next();
    }

    /// Their requests may come with cookies, as those of older front ends do; a cookie alone is
    /// nobody there.
    private CorsHandler cors() {
        var cors = CorsHandler.create();
        origins.others().forEach(cors::addOrigin);
        return cors.allowedMethods(
                        Set.of(
                                HttpMethod.GET,
                                HttpMethod.POST,
                                HttpMethod.PUT,
                                HttpMethod.PATCH,
                                HttpMethod.DELETE))
                .allowedHeaders(Set.of("Authorization", "Content-Type", "Upload-Offset"))
                .allowCredentials(true)
                .maxAgeSeconds(600);
    }

    /// A page of another site may not open a socket; a WebSocket with the cookie but without an
    /// origin is no browser's.
    private RequestGate.Verdict mayConnect(HttpServerRequest request) {
        if (!turnstile.mayConnect(Forwarded.address(request, config.trustedProxies()))) {
            return RequestGate.tooMany();
        }
        var headers = new RequestHeaders(request);
        var origin = headers.apply("Origin");
        if (origin != null) {
            return origins.mayConnect(origin, headers.apply("Host"))
                    ? RequestGate.allow()
                    : RequestGate.forbid();
        }
        boolean upgrade = "websocket".equalsIgnoreCase(request.getHeader("Upgrade"));
        boolean byCookie = credentials.in(headers).map(Credentials.Found::inCookie).orElse(false);
        return upgrade && byCookie ? RequestGate.forbid() : RequestGate.allow();
    }

    private static SocketIoOptions socketIoOptions(Config config) {
        var web = Web.defaults().withTrustedProxies(config.trustedProxies());
        var options =
                SocketIoOptions.defaults()
                        .withWeb(web)
                        .withTimeouts(timeouts(config.patience()))
                        .withPingInterval(PING_EVERY)
                        .withPingTimeout(PONG_WITHIN)
                        .withHeartbeats(Map.of("battery", BATTERY));
        return config.corsOrigins().isEmpty()
                ? options
                : options.withCors(new Cors(config.corsOrigins(), true));
    }

    private static Timeouts timeouts(Patience patience) {
        var lines =
                new Timeouts.Lines(
                        patience.head(),
                        Inflow.Pace.of(patience).window().multipliedBy(2),
                        patience.idle());
        return Timeouts.defaults()
                .withRequest(patience.body())
                .withClosing(Duration.ofSeconds(GOODBYE_SECONDS))
                .withLines(lines);
    }

    /// HTTP/1.1 alone: a client that talked a proxy into letting HTTP/2 through would speak past
    /// it. Who reads no answer is cut too.
    private static HttpServerOptions httpOptions() {
        return new HttpServerOptions()
                .setHttp2ClearTextEnabled(false)
                .setMaxHeaderSize(LARGEST_HEADERS)
                .setMaxInitialLineLength(LONGEST_ADDRESS)
                .setIdleTimeout(UNREAD_SECONDS)
                .setIdleTimeoutUnit(TimeUnit.SECONDS)
                .setTcpNoDelay(true)
                .setReuseAddress(true);
    }

    /// The kernel's own where there is one for this machine.
    private static Transport transport() {
        var epoll = Transport.EPOLL;
        return epoll != null && epoll.available() ? epoll : Transport.NIO;
    }

    private static void await(Future<?> future, String what) {
        try {
            future.toCompletionStage()
                    .toCompletableFuture()
                    .get(2 * GOODBYE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("{}: {}", what, e.toString());
        }
    }
}
