// SPDX-License-Identifier: Apache-2.0
package io.palabre.e2e.process;

import com.sun.jdi.Bootstrap;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.VMDisconnectedException;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.IllegalConnectorArgumentsException;
import com.sun.jdi.event.BreakpointEvent;
import com.sun.jdi.event.ClassPrepareEvent;
import com.sun.jdi.event.EventSet;
import com.sun.jdi.request.EventRequest;
import io.palabre.core.SystemTime;
import io.palabre.e2e.Await;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Holds a program at a [Stop], as a debugger does, and sets its clock: nothing of this is in the
/// program. It must have been started with [#settings].
public final class Debugger {
    private static final String CONNECTOR = "com.sun.jdi.SocketAttach";
    private static final Duration TO_ATTACH = Duration.ofSeconds(20);
    private static final Duration TO_COME = Duration.ofSeconds(20);
    private static final ClassDesc INSTANT = ClassDesc.of("java.time.Instant");
    private static final MethodTypeDesc PLUS_MILLIS =
            MethodTypeDesc.of(INSTANT, ConstantDescs.CD_long);

    private final int port = Ports.free();

    /// The environment of a program that it can be attached to.
    public Map<String, String> settings() {
        return settings("n");
    }

    /// The same, and the program waits for it before its first step.
    public Map<String, String> waiting() {
        return settings("y");
    }

    private Map<String, String> settings(String suspend) {
        var host = InetAddress.getLoopbackAddress().getHostAddress();
        return Map.of(
                "JDK_JAVA_OPTIONS",
                "-agentlib:jdwp=transport=dt_socket,server=y,quiet=y,suspend=%s,address=%s:%d"
                        .formatted(suspend, host, port));
    }

    /// From now on the time of day is off by this much; what a stopwatch says is not.
    public void setClock(Duration off) {
        var program = attached();
        try {
            var time = program.classesByName(SystemTime.class.getName()).getFirst();
            program.redefineClasses(Map.of(time, clock(off)));
        } finally {
            leave(program);
        }
    }

    /// When somebody comes by that place for the so-manieth time, does something while they are
    /// held there; whether they came.
    public boolean hold(Stop stop, int time, Runnable then) {
        return hold(stop, time, () -> {}, then);
    }

    /// The same of what somebody does only now.
    ///
    /// @param comes what brings somebody there, begun once the place is watched
    public boolean hold(Stop stop, int time, Runnable comes, Runnable then) {
        var program = attached();
        try {
            program.classesByName(stop.type()).forEach(type -> breakAt(program, type, stop));
            var prepare = program.eventRequestManager().createClassPrepareRequest();
            prepare.addClassFilter(stop.type());
            prepare.enable();
            program.resume();
            comes.run();
            return await(program, stop, time, then);
        } catch (VMDisconnectedException _) {
            return false;
        } finally {
            leave(program);
        }
    }

    private static boolean await(VirtualMachine program, Stop stop, int time, Runnable then) {
        var deadline = System.nanoTime() + TO_COME.toNanos();
        var times = 0;
        while (System.nanoTime() < deadline) {
            var events = next(program);
            if (events == null) continue;
            for (var event : events) {
                if (event instanceof ClassPrepareEvent loaded) {
                    breakAt(program, loaded.referenceType(), stop);
                } else if (event instanceof BreakpointEvent && ++times == time) {
                    then.run();
                    return true;
                }
            }
            events.resume();
        }
        return false;
    }

    private static @Nullable EventSet next(VirtualMachine program) {
        try {
            return program.eventQueue().remove(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting", e);
        }
    }

    private static void breakAt(VirtualMachine program, ReferenceType type, Stop stop) {
        var methods = type.methodsByName(stop.method());
        if (methods.isEmpty()) throw new AssertionError("the program has no " + stop);
        for (var method : methods) {
            var request = program.eventRequestManager().createBreakpointRequest(method.location());
            request.setSuspendPolicy(EventRequest.SUSPEND_EVENT_THREAD);
            request.enable();
        }
    }

    /// The program's clock, with something added to what it says.
    private static byte[] clock(Duration off) {
        var file = ClassFile.of();
        var clock = file.parse(bytesOf(SystemTime.class));
        CodeTransform adding =
                (code, element) -> {
                    if (element instanceof ReturnInstruction) {
                        code.loadConstant(off.toMillis());
                        code.invokevirtual(INSTANT, "plusMillis", PLUS_MILLIS);
                    }
                    code.with(element);
                };
        return file.transformClass(
                clock,
                ClassTransform.transformingMethodBodies(
                        method -> method.methodName().equalsString("now"), adding));
    }

    private static byte[] bytesOf(Class<?> type) {
        try (var in = type.getResourceAsStream(type.getSimpleName() + ".class")) {
            return Objects.requireNonNull(in).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private VirtualMachine attached() {
        var connector =
                Bootstrap.virtualMachineManager().attachingConnectors().stream()
                        .filter(each -> each.name().equals(CONNECTOR))
                        .findFirst()
                        .orElseThrow();
        var arguments = connector.defaultArguments();
        Objects.requireNonNull(arguments.get("hostname"))
                .setValue(InetAddress.getLoopbackAddress().getHostAddress());
        Objects.requireNonNull(arguments.get("port")).setValue(Integer.toString(port));
        var deadline = System.nanoTime() + TO_ATTACH.toNanos();
        while (true) {
            try {
                return connector.attach(arguments);
            } catch (IOException e) {
                if (System.nanoTime() > deadline) throw new UncheckedIOException(e);
                Await.pause(Duration.ofMillis(20));
            } catch (IllegalConnectorArgumentsException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static void leave(VirtualMachine program) {
        try {
            program.dispose();
        } catch (VMDisconnectedException _) {
            // it has ended, which is what was wanted
        }
    }
}
