// SPDX-License-Identifier: Apache-2.0
import com.corundumstudio.socketio.Configuration;
import com.corundumstudio.socketio.SocketIOServer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.List;

/** The application of fanout.js (a room and an echo) on netty-socketio. */
public final class NettySocketIo {

    public static void main(String[] args) throws IOException {
        Configuration configuration = new Configuration();
        configuration.setHostname("127.0.0.1");
        configuration.setPort(Integer.parseInt(args[List.of(args).indexOf("--port") + 1]));
        configuration.setBossThreads(1);
        configuration.setWorkerThreads(1);
        configuration.setUseLinuxNativeEpoll(true);
        configuration.setUpgradeTimeout(60_000);
        configuration.getSocketConfig().setAcceptBackLog(4096);
        SocketIOServer server = new SocketIOServer(configuration);
        server.addConnectListener(client -> client.joinRoom("room"));
        server.addEventListener(
                "say",
                String.class,
                (client, text, ack) -> server.getRoomOperations("room").sendEvent("said", text));
        server.addEventListener(
                "echo", String.class, (client, text, ack) -> ack.sendAckData(text));
        server.start();
        System.out.println("ready");
        answerLines();
        System.exit(0);
    }

    private static void answerLines() throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            System.gc();
            System.out.println(line.equals("gc") ? "done" : "unknown");
        }
    }
}
