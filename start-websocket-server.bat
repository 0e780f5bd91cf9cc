@echo off
rem SPDX-License-Identifier: Apache-2.0
node "%~dp0websocket-server.js" %*
