@echo off
rem SPDX-License-Identifier: Apache-2.0
node "%~dp0scripts\test-multi-user-chat.js" %*
