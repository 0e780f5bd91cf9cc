// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.network;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import io.palabre.core.Refusal;
import io.palabre.core.sessions.Session;
import io.palabre.server.accounts.Accounts;
import io.palabre.server.accounts.OperatorToken;
import io.palabre.server.config.Patience;
import io.palabre.server.edge.Body;
import io.palabre.server.edge.Bytes;
import io.palabre.server.edge.Peer;
import io.palabre.server.edge.Request;
import io.palabre.server.edge.Route;
import io.palabre.server.refusal.Problem;
import io.palabre.server.refusal.Refused;
import io.palabre.server.wire.Json;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/// Turns requests into calls of routes. The body is read on the event loop, up to a limit; the
/// route runs on a virtual thread; the answer is written on the event loop again.
final class RestEdge {
    private static final int LARGEST_BODY = 64 * 1024;

    private final Vertx vertx;
    private final Gate gate;
    private final Json json;
    private final Replies replies;
    private final ExecutorService threads;

    /// Who is let in.
    ///
    /// @param trustedProxies peers whose `X-Forwarded-For` is believed
    /// @param patience how long a body may take
    record Gate(
            Accounts accounts,
            Credentials credentials,
            Origins origins,
            Set<String> trustedProxies,
            Turnstile turnstile,
            OperatorToken operator,
            Patience patience) {}

    RestEdge(Vertx vertx, Gate gate, Json json, Replies replies, ExecutorService threads) {
        this.vertx = vertx;
        this.gate = gate;
        this.json = json;
        this.replies = replies;
        this.threads = threads;
    }

    /// Adds the routes to a router, and an answer for every other method on their paths.
    void addTo(Router router, List<Route> routes) {
        var byPath = routes.stream().collect(groupingBy(Route::path, LinkedHashMap::new, toList()));
        byPath.forEach((path, ways) -> addPath(router, path, ways));
        router.route("/api/*")
                .handler(context -> replies.refuse(context, Problem.of(Refusal.NOT_FOUND), null));
    }

    private void addPath(Router router, String path, List<Route> ways) {
        var pattern = path.replace("{", ":").replace("}", "");
        for (var way : ways) {
            var added = router.route(pattern).method(HttpMethod.valueOf(way.method().name()));
            if (way.method() == Route.Method.GET) added.method(HttpMethod.HEAD);
            added.handler(context -> receive(context, way));
        }
        var allowed = ways.stream().map(way -> way.method().name()).collect(joining(", "));
        router.route(pattern)
                .handler(
                        context -> {
                            context.response().putHeader("Allow", allowed);
                            replies.refuse(context, Problem.METHOD_NOT_ALLOWED, null);
                        });
    }

    private void receive(RoutingContext context, Route route) {
        if (route.method() == Route.Method.GET) {
            dispatch(context, route, new Body(new byte[0], json));
            return;
        }
        if (route.takes() == Route.Takes.BYTES) {
            var inflow = Inflow.of(vertx, context.request(), Inflow.Pace.of(gate.patience()));
            context.response().endHandler(_ -> inflow.drain());
            dispatch(context, route, new Body(inflow, json));
            return;
        }
        new BodyReader(context.request(), LARGEST_BODY)
                .read(
                        vertx,
                        gate.patience().body(),
                        body -> dispatch(context, route, new Body(body, json)),
                        refusal -> refuse(context, refusal));
    }

    private void refuse(RoutingContext context, BodyReader.Refusal refusal) {
        switch (refusal) {
            case TOO_SLOW -> replies.refuse(context, Problem.TOO_SLOW, null);
            case TOO_LARGE ->
                    replies.refuse(
                            context,
                            Problem.of(Refusal.TOO_LARGE),
                            "A body has at most %d bytes.".formatted(LARGEST_BODY));
        }
    }

    private void dispatch(RoutingContext context, Route route, Body body) {
        Context loop = vertx.getOrCreateContext();
        threads.execute(
                () -> {
                    try {
                        var answer = route.handler().handle(request(context, route, body));
                        if (answer.body() instanceof Bytes bytes) {
                            new Outflow(loop, context).send(answer.status(), bytes);
                        } else {
                            loop.runOnContext(_ -> replies.answer(context, answer));
                        }
                    } catch (Throwable thrown) {
                        loop.runOnContext(_ -> replies.thrown(context, thrown));
                    }
                });
    }

    private Request request(RoutingContext context, Route route, Body body) {
        var signedIn = signedIn(context, route);
        refuseUnlessMay(context, route, signedIn);
        if (!body.isEmpty()) checkType(context);
        var peer = peer(context);
        if (signedIn != null && route.method() != Route.Method.GET) {
            gate.turnstile().said(signedIn.person(), peer.address());
        }
        return new Request(
                context.pathParams(),
                query(context),
                new RequestHeaders(context.request()),
                body,
                peer,
                signedIn);
    }

    private void refuseUnlessMay(RoutingContext context, Route route, @Nullable Session signedIn) {
        switch (route.access()) {
            case ANYONE -> {}
            case SIGNED_IN -> {
                if (signedIn == null) throw Refused.because(Refusal.UNAUTHENTICATED);
            }
            case OPERATOR -> {
                if (isOperator(context)) return;
                if (signedIn == null) throw Refused.because(Refusal.UNAUTHENTICATED);
                if (!gate.accounts().isAdministrator(signedIn)) {
                    throw Refused.because(Refusal.NOT_ALLOWED);
                }
            }
            case MACHINE -> {
                if (isOperator(context)) return;
                throw Refused.because(
                        signedIn == null ? Refusal.UNAUTHENTICATED : Refusal.NOT_ALLOWED);
            }
        }
    }

    private boolean isOperator(RoutingContext context) {
        return gate.credentials()
                .in(new RequestHeaders(context.request()))
                .filter(found -> !found.inCookie())
                .filter(found -> gate.operator().is(found.token()))
                .isPresent();
    }

    private @Nullable Session signedIn(RoutingContext context, Route route) {
        var headers = new RequestHeaders(context.request());
        var found = gate.credentials().in(headers);
        if (found.isEmpty()) return null;
        if (found.get().inCookie() && !mayUseCookie(route, headers)) return null;
        return gate.accounts().identify(found.get().token()).orElse(null);
    }

    private boolean mayUseCookie(Route route, RequestHeaders headers) {
        if (route.method() == Route.Method.GET) return gate.origins().mayReadByCookie(headers);
        if (!gate.origins().mayUseCookie(headers)) throw Refused.because(Problem.CROSS_SITE);
        return true;
    }

    private static void checkType(RoutingContext context) {
        var type = context.request().getHeader("Content-Type");
        if (type == null || !type.strip().toLowerCase(Locale.ROOT).startsWith("application/json")) {
            throw Refused.because(Problem.UNSUPPORTED_MEDIA_TYPE);
        }
    }

    private static Map<String, String> query(RoutingContext context) {
        return context.queryParams().entries().stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue, (first, _) -> first));
    }

    private Peer peer(RoutingContext context) {
        var request = context.request();
        return new Peer(
                Forwarded.address(request, gate.trustedProxies()), request.getHeader("User-Agent"));
    }
}
