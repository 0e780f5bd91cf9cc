// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.edge;

/// A REST route.
///
/// @param path with `{name}` for each parameter, as in `openapi.yaml`
/// @param access who may call it at all
/// @param takes what its body is
public record Route(Method method, String path, Access access, Takes takes, Handler handler) {

    /// One whose body is JSON, if it has one.
    public Route(Method method, String path, Access access, Handler handler) {
        this(method, path, access, Takes.JSON, handler);
    }

    /// What HTTP calls it.
    public enum Method {
        GET,
        POST,
        PUT,
        PATCH,
        DELETE
    }

    /// Who may call it at all.
    public enum Access {
        ANYONE,
        SIGNED_IN,
        /// Administrators, and the operator of the machine.
        OPERATOR,
        /// The operator of the machine alone.
        MACHINE
    }

    /// What a body is.
    public enum Takes {
        /// Read before the route is called.
        JSON,
        /// Anything, read by the route as it comes.
        BYTES
    }

    /// Answers a request, on a virtual thread.
    @FunctionalInterface
    public interface Handler {
        Answer handle(Request request);
    }

    /// For whoever is signed in.
    public static Route signedIn(Method method, String path, Handler handler) {
        return new Route(method, path, Access.SIGNED_IN, handler);
    }

    /// For whoever is signed in; the body is bytes.
    public static Route taking(Method method, String path, Handler handler) {
        return new Route(method, path, Access.SIGNED_IN, Takes.BYTES, handler);
    }

    /// For administrators, and the operator of the machine: nobody need be signed in then.
    public static Route operator(Method method, String path, Handler handler) {
        return new Route(method, path, Access.OPERATOR, handler);
    }

    /// For the operator of the machine alone, who can do as much with the data folder.
    public static Route machine(Method method, String path, Handler handler) {
        return new Route(method, path, Access.MACHINE, handler);
    }

    /// For everyone.
    public static Route open(Method method, String path, Handler handler) {
        return new Route(method, path, Access.ANYONE, handler);
    }
}
